import { useTranslations } from "next-intl";
import type { ClaimActions } from "#components/claims/claim-actions.ts";
import { KeepTyped } from "#components/form/keep-typed";
import { ButtonLink } from "#components/ui/button";
import { Kbd } from "#components/ui/kbd";
import type { ClaimData } from "#lib/desk/load-claim-page";
import { EvidenceForm } from "./evidence-form.tsx";
import { FindingForm } from "./finding-form.tsx";
import { ReplyForm } from "./reply-form.tsx";

/** What a verifier or writer adds to the claim: evidence, replies, the finding, and then the text. */
export function InvestigationForms({ data, actions }: { data: ClaimData; actions: ClaimActions }) {
  const t = useTranslations("desk.decision");
  const { claim, permits, evidence, findings } = data;
  const usable = evidence.filter(({ withdrawnAt }) => withdrawnAt === null).length;
  return (
    <>
      {permits.writeDraft ? (
        <ButtonLink href={`/desk/claims/${claim.id}/draft`} size="sm" data-key="d" aria-keyshortcuts="d">
          {t("writeDraft")}
          <span aria-hidden>
            <Kbd>d</Kbd>
          </span>
        </ButtonLink>
      ) : null}
      <div>
        <KeepTyped>
          {permits.addEvidence ? (
            <EvidenceForm action={actions.addEvidenceAction} claimId={claim.id} />
          ) : null}
        </KeepTyped>
        <KeepTyped>
          {permits.recordReply ? <ReplyForm action={actions.recordReplyAction} claimId={claim.id} /> : null}
        </KeepTyped>
        <KeepTyped>
          {permits.submitFinding ? (
            <FindingForm
              action={actions.submitFindingAction}
              claimId={claim.id}
              hasEvidence={usable > 0}
              last={findings[0]}
            />
          ) : null}
        </KeepTyped>
      </div>
    </>
  );
}
