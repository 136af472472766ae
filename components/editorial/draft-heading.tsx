import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DueClock } from "#components/claims/due-clock";
import { Badge } from "#components/ui/badge";
import { PageHeading } from "#components/ui/page-heading";
import type { ClaimView } from "#lib/claims/queries";
import { type DraftKind, type DraftStatus, isInWork } from "#lib/editorial/status";

type Props = {
  claim: Pick<ClaimView, "id" | "number" | "wording" | "clocks">;
  title: string;
  draft?: { kind: DraftKind; status: DraftStatus; latestVersion: number; correctionNote: string | null };
  children?: ReactNode;
};

/** Which claim a text is about, what kind of text it is and where it stands. */
export function DraftHeading({ claim, title, draft, children }: Props) {
  const t = useTranslations("editorial");
  const labels = useTranslations("labels");
  return (
    <div className="space-y-2">
      <PageHeading
        title={title}
        above={[{ href: `/desk/claims/${claim.id}`, label: t("claimNumber", { number: claim.number }) }]}
      />
      <p lang="zh-CN" className="text-lg">
        {claim.wording}
      </p>
      {draft ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge>{labels(`draftKind.${draft.kind}`)}</Badge>
          <Badge tone={draft.status === "published" ? "malachite" : "azurite"}>
            {labels(`draftStatus.${draft.status}`)}
          </Badge>
          <span className="text-ink-soft text-sm">{t("draft.version", { number: draft.latestVersion })}</span>
          {draft.kind === "initial" && isInWork(draft.status) ? (
            <DueClock clock={claim.clocks.find(({ kind }) => kind === "verdict")} />
          ) : null}
        </p>
      ) : null}
      {draft?.correctionNote ? (
        <p>
          <span className="text-ink-soft">
            {t("draft.correctionNote")}
            {t("draft.colon")}
          </span>
          {draft.correctionNote}
        </p>
      ) : null}
      {children}
    </div>
  );
}
