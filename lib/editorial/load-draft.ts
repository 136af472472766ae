import { holdClaim } from "#lib/claims/change-claim";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";

const select = {
  id: true,
  claimId: true,
  memberId: true,
  kind: true,
  status: true,
  correctionNote: true,
  latestVersion: true,
  claim: { select: { id: true, number: true, status: true, version: true } },
} as const;

/** The draft that an input names, with its claim. @throws AppError NOT_FOUND */
export async function loadDraft(id: string, client: Tx = db) {
  const draft = isId(id) ? await client.draft.findUnique({ where: { id }, select }) : null;
  if (!draft) throw new AppError("NOT_FOUND");
  return draft;
}

export type DraftInHand = Awaited<ReturnType<typeof loadDraft>>;

/** The draft as it is now, with its claim held: its text, its evidence and its writers stay as they are. @throws AppError NOT_FOUND */
export async function holdDraft(tx: Tx, id: string): Promise<DraftInHand> {
  const { claimId } = await loadDraft(id, tx);
  await holdClaim(tx, claimId);
  return loadDraft(id, tx);
}

/** One saved state of a draft. @throws AppError NOT_FOUND */
export async function loadVersion(draftId: string, number: number, client: Tx = db) {
  const version = await client.draftVersion.findUnique({
    where: { draftId_number: { draftId, number } },
    select: { id: true, number: true, writerId: true, writtenAt: true, content: true },
  });
  if (!version) throw new AppError("NOT_FOUND");
  return version;
}

/** What the evidence gate asks about: the evidence that stands, and the replies that were sought. */
export async function loadGateFacts(claimId: string, client: Tx = db) {
  const evidence = await client.evidence.findMany({
    where: { claimId, withdrawnAt: null },
    select: { id: true, publisher: true, isPrimary: true },
  });
  const replies = await client.replyRequest.findMany({
    where: { claimId },
    select: { organisation: true, outcome: true },
  });
  return { evidence, replies };
}
