import { useTranslations } from "next-intl";
import { DateTime } from "#components/ui/date-time";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { CorrectionKind } from "#lib/editorial/status";
import { noticeHref } from "#lib/i18n/addresses";

type Props = {
  slug: string;
  number: number;
  kind: CorrectionKind;
  note: string | null;
  at: Date | string;
  /** Without the way to the changes: they are on this page. */
  plain?: boolean;
};

/** On top of a notice that is not what it first was: what kind of change, when, and why. */
export function CorrectionBanner({ slug, number, kind, note, at, plain }: Props) {
  const t = useTranslations("public.notice");
  const kinds = useTranslations("labels.correctionKind");
  const retracted = kind === "retraction";
  return (
    <Notice
      tone={retracted ? "error" : "warning"}
      live="off"
      className="measure"
      title={
        <>
          {t(retracted ? "retracted" : "corrected", { kind: kinds(kind) })}{" "}
          <DateTime time={at} className="font-normal text-sm" />
        </>
      }
    >
      {note ? <p lang="zh-CN">{note}</p> : null}
      {plain ? null : (
        <p data-print="hide">
          <Link href={noticeHref(slug, number)}>{t("seeChanges")}</Link>
        </p>
      )}
    </Notice>
  );
}
