import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import type { ClaimView } from "#lib/claims/queries";
import type { PreviewSources } from "#lib/desk/load-writing";
import type { DraftContent } from "#lib/editorial/status";
import type { Investigation } from "#lib/investigation/queries";
import type { FormAction } from "#lib/web/form";
import { DraftEditor, type SaveDraftOutcome } from "./draft-editor.tsx";
import { DraftHeading } from "./draft-heading.tsx";
import { WritingDesk } from "./writing-desk.tsx";

type Props = {
  action: FormAction<SaveDraftOutcome>;
  claim: ClaimView;
  content: DraftContent;
  investigation: Investigation;
  sources: PreviewSources;
  storageKey: string;
};

/** The first text of a claim, filled in from what was found. */
export function NewDraft({ action, claim, content, investigation, sources, storageKey }: Props) {
  const t = useTranslations("editorial");
  return (
    <WritingDesk
      heading={<DraftHeading claim={claim} title={t("draft.newTitle")} />}
      investigation={investigation}
    >
      {claim.status === "drafting" ? (
        <>
          <Notice live="off">{t("draft.prefilled")}</Notice>
          <DraftEditor
            action={action}
            claimId={claim.id}
            draftId=""
            baseVersion={0}
            content={content}
            sources={sources}
            gate={null}
            storageKey={storageKey}
          />
        </>
      ) : (
        <EmptyState
          title={t("draft.notYet")}
          action={<ButtonLink href={`/desk/claims/${claim.id}`}>{t("openClaim")}</ButtonLink>}
        >
          {t("draft.notYetText")}
        </EmptyState>
      )}
    </WritingDesk>
  );
}
