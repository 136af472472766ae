import { useTranslations } from "next-intl";
import { ChooseForm, ChooseOne } from "#components/ui/choose-form";
import type { DraftView } from "#lib/editorial/queries";

type Props = { draft: Pick<DraftView, "versions" | "kind" | "latestVersion">; against: number | null };

/** Chooses the version that the text is compared with; a plain form, so the choice is an address. */
export function CompareForm({ draft, against }: Props) {
  const t = useTranslations("editorial.review");
  const earlier = draft.versions.filter(({ number }) => number < draft.latestVersion);
  if (earlier.length === 0) return null;
  return (
    <div className="space-y-2">
      <ChooseForm submit={t("show")}>
        <ChooseOne name="against" label={t("against")} chosen={String(against ?? 0)}>
          <option value="0">{t("againstNone")}</option>
          {earlier.map(({ number }) => (
            <option key={number} value={number}>
              {draft.kind !== "initial" && number === 1
                ? t("againstPublished", { number })
                : t("againstVersion", { number })}
            </option>
          ))}
        </ChooseOne>
      </ChooseForm>
      {against ? (
        <p className="text-ink-soft text-sm">
          {t.rich("legend", {
            ins: (chunks) => <ins className="bg-malachite-wash text-malachite">{chunks}</ins>,
            del: (chunks) => <del className="bg-slate-wash text-slate">{chunks}</del>,
          })}
        </p>
      ) : null}
    </div>
  );
}
