import type { Actor } from "#lib/access/actor";
import { can, membersFor } from "#lib/access/can";
import { getClaim } from "#lib/claims/queries";
import { type ReadableClaim, readClaim } from "#lib/claims/read-claim";
import { workersOn } from "#lib/claims/work/queries";
import { beginningOf } from "#lib/editorial/beginning";
import { listClaimDrafts } from "#lib/editorial/queries";
import { isInWork } from "#lib/editorial/status";
import { AppError } from "#lib/platform/errors";
import { loadWriting } from "./load-writing.ts";

/**
 * What a writer starts from, or the text that is in work already; anybody else is told that this is not theirs.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function loadNewDraft(actor: Actor, claimId: string) {
  const readable = await readClaim(actor, claimId);
  const { claim, openDraftId } = await loadOpen(readable);
  if (openDraftId) return { openDraftId, beginning: null };
  const writing = await workersOn(claim.id, ["write"]);
  const memberId = membersFor(actor, "draft.write").find((own) => writing.includes(own));
  if (memberId === undefined || !can(actor, "draft.write", { memberIds: [memberId] })) {
    throw new AppError("FORBIDDEN");
  }
  const { investigation, sources } = await loadWriting(readable, memberId);
  const asked = investigation.replies.map(({ organisation }) => organisation);
  const content = beginningOf({ claim, finding: investigation.findings[0], asked });
  const beginning = { claim, content, investigation, sources, storageKey: storageKey(actor, claim.id) };
  return { openDraftId: null, beginning };
}

/** A claim and its text that is in work, if there is one. @throws AppError NOT_FOUND, FORBIDDEN */
export const loadOpenDraft = async (actor: Actor, claimId: string) =>
  loadOpen(await readClaim(actor, claimId));

async function loadOpen(readable: ReadableClaim) {
  const [claim, drafts] = await Promise.all([getClaim(readable), listClaimDrafts(readable)]);
  return { claim, openDraftId: drafts.find(({ status }) => isInWork(status))?.id ?? null };
}

/** Where a browser keeps what a person typed about a claim until it is saved. */
export const storageKey = ({ userId }: Actor, claimId: string): string => `draft-text ${userId} ${claimId}`;
