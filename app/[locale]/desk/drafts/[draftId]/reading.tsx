import { DraftDecision } from "#components/editorial/draft-decision";
import { DraftReview } from "#components/editorial/draft-review";
import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import type { ClaimView } from "#lib/claims/queries";
import { comparedWith, hasPart } from "#lib/editorial/comparison";
import type { DraftView } from "#lib/editorial/queries";
import { isReviewStage, stagePermission } from "#lib/editorial/status";
import { getInvestigation } from "#lib/investigation/queries";
import { publishDebunkAction, reviewDraftAction } from "../actions.ts";
import { loadNames } from "../writing.ts";

type Props = {
  actor: Actor;
  claim: ClaimView;
  draft: DraftView;
  done: string | undefined;
  against: string | undefined;
  mayWrite: boolean;
};

/** A text before its reviewers. */
export async function Reading({ actor, claim, draft, done, against, mayWrite }: Props) {
  const resource = { memberIds: [draft.memberId] };
  const [investigation, names] = await Promise.all([getInvestigation(actor, claim.id), loadNames(draft)]);
  const may = {
    review: isReviewStage(draft.status) && can(actor, stagePermission[draft.status], resource),
    publish: can(actor, "debunk.publish"),
    write: mayWrite,
    correct: claim.debunk?.status !== "retracted" && can(actor, "correction.open", resource),
  };
  return (
    <DraftReview
      claim={claim}
      draft={draft}
      against={comparedWith(draft, against)}
      investigation={investigation}
      names={names}
      done={done === "sent" ? done : undefined}
      decision={
        <DraftDecision
          draft={draft}
          debunk={claim.debunk}
          may={may}
          tookPart={hasPart(draft, actor.userId)}
          reviewAction={reviewDraftAction}
          publishAction={publishDebunkAction}
        />
      }
    />
  );
}
