import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim } from "#lib/claims/change-claim";
import { isClosed } from "#lib/claims/status";
import { workersOn } from "#lib/claims/work/queries";
import { receiveUpload } from "#lib/files/receive-upload";
import { makeUploadOwner } from "#lib/files/upload-owner";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";

/** How many files one piece of evidence may have. */
export const FILES_PER_EVIDENCE = 12;

/**
 * Takes a photo, a recording or a document of what was found: sealed as it was sent, with its hash and time, and for good.
 * Nobody may take the evidence back, close the claim or fill it up meanwhile; who does is first, and nothing of the file stays.
 * @throws AppError NOT_FOUND, FORBIDDEN, VALIDATION with the reason at `file`, and what `receiveUpload` throws
 */
export async function attachFile(
  actor: Actor,
  evidenceId: string,
  content: AsyncIterable<Uint8Array>,
  network: string,
): Promise<void> {
  const { by } = await loadOpen(actor, evidenceId);
  await receiveUpload(content, makeUploadOwner(), {
    network,
    by,
    attach: async (tx, uploadId) => {
      const { claimId } = await loadOpen(actor, evidenceId, tx);
      await tx.evidenceFile.create({
        data: { uploadId, evidenceId, addedById: actor.userId, addedAt: now() },
      });
      const data = { evidence: evidenceId };
      await recordEvent(tx, { type: "evidence.file-added", actor: by, subjectId: uploadId, claimId, data });
    },
  });
}

/** Evidence that still takes a file of this actor; inside a transaction it stays so until the end of it. */
async function loadOpen(actor: Actor, evidenceId: string, tx?: Tx) {
  const client = tx ?? db;
  const found = isId(evidenceId)
    ? await client.evidence.findUnique({
        where: { id: evidenceId },
        select: { claimId: true, memberId: true },
      })
    : null;
  if (!found) throw new AppError("NOT_FOUND");
  if (tx) await holdClaim(tx, found.claimId);
  const workers = await workersOn(found.claimId, undefined, client);
  const by = assertCan(actor, "evidence.add", { memberIds: workers.filter((id) => id === found.memberId) });
  const evidence = await client.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: { withdrawnAt: true, claim: { select: { status: true } }, _count: { select: { files: true } } },
  });
  if (evidence.withdrawnAt) throw refusal("withdrawn");
  if (isClosed(evidence.claim.status)) throw refusal("closed");
  if (evidence._count.files >= FILES_PER_EVIDENCE) throw refusal("tooMany");
  return { ...found, by };
}

const refusal = (message: string) => new AppError("VALIDATION", [{ path: "file", message }]);
