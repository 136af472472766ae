import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { getClaim } from "#lib/claims/queries";
import { readClaim } from "#lib/claims/read-claim";
import { workersOn } from "#lib/claims/work/queries";
import { comparedWith, hasPart } from "#lib/editorial/comparison";
import { type DraftView, getDraft, listReviews } from "#lib/editorial/queries";
import { isInWork, isReviewStage, stagePermission } from "#lib/editorial/status";
import { getInvestigation } from "#lib/investigation/queries";
import { mapMembers, mapPeople } from "#lib/members/queries";
import { storageKey } from "./load-new-draft.ts";
import { loadWriting } from "./load-writing.ts";

type Asked = { edit: boolean; against: string | undefined };

/** A text before its writer: the same person reads what is in review until they ask to edit it. */
export type DraftInHand = { isEdited: true } & Awaited<ReturnType<typeof loadEditing>>;
/** A text before its reviewers. */
export type DraftToRead = { isEdited: false } & Awaited<ReturnType<typeof loadReading>>;
export type DraftNames = Awaited<ReturnType<typeof loadNames>>;

/** A text as this actor finds it: to write on, or to read and decide on. @throws AppError NOT_FOUND, FORBIDDEN */
export async function loadDraftPage(
  actor: Actor,
  draftId: string,
  { edit, against }: Asked,
): Promise<DraftInHand | DraftToRead> {
  const draft = await getDraft(actor, draftId);
  const writers = { memberIds: await workersOn(draft.claimId, ["write"]) };
  const mayWrite = isInWork(draft.status) && can(actor, "draft.write", writers);
  const isEdited = mayWrite && (draft.status === "writing" || edit);
  if (isEdited) return { isEdited, ...(await loadEditing(actor, draft)) };
  return { isEdited, ...(await loadReading(actor, draft, { mayWrite, against })) };
}

async function loadEditing(actor: Actor, draft: DraftView) {
  const readable = await readClaim(actor, draft.claimId);
  const [claim, writing, names] = await Promise.all([
    getClaim(readable),
    loadWriting(readable, draft.memberId),
    loadNames(draft),
  ]);
  return { claim, draft, ...writing, names, storageKey: storageKey(actor, claim.id) };
}

type Reading = { mayWrite: boolean; against: string | undefined };

async function loadReading(actor: Actor, draft: DraftView, { mayWrite, against }: Reading) {
  const readable = await readClaim(actor, draft.claimId);
  const [claim, investigation, names, waiting] = await Promise.all([
    getClaim(readable),
    getInvestigation(readable),
    loadNames(draft),
    can(actor, "review.list") ? listReviews(actor) : [],
  ]);
  const resource = { memberIds: [draft.memberId] };
  return {
    claim,
    draft,
    investigation,
    names,
    against: comparedWith(draft, against),
    /** The text that waits for this person longest, besides this one. */
    nextId: waiting.find(({ id, isMine }) => isMine && id !== draft.id)?.id ?? null,
    /** What the person's roles allow. */
    may: {
      review: isReviewStage(draft.status) && can(actor, stagePermission[draft.status], resource),
      publish: can(actor, "debunk.publish"),
      write: mayWrite,
      correct: claim.debunk?.status !== "retracted" && can(actor, "correction.open", resource),
    },
    /** Whether the person wrote or reviewed this text. */
    tookPart: hasPart(draft, actor.userId),
  };
}

/** The names of everybody who wrote or reviewed a text, and of their members. */
async function loadNames({
  versions,
  reviews,
  details,
}: Pick<DraftView, "versions" | "reviews" | "details">) {
  const [people, members] = await Promise.all([
    mapPeople([
      ...versions.map(({ writerId }) => writerId),
      ...reviews.map(({ reviewerId }) => reviewerId),
      ...details.kept.map(({ keptById }) => keptById),
    ]),
    mapMembers(reviews.map(({ memberId }) => memberId)),
  ]);
  return { people, members };
}
