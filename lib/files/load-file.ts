import type { Actor, EventActor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { holdersOf } from "#lib/access/holders";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";

/**
 * A file of a report or of evidence, for whoever may do this with the files of its claim: the same people who find it in the
 * lists of the claim, and in those of the claim into which it was merged.
 * @throws AppError NOT_FOUND, also for what nothing has named; FORBIDDEN
 */
export async function loadFile(actor: Actor, uploadId: string, permission: "file.read" | "file.blur") {
  const upload = isId(uploadId)
    ? await db.upload.findUnique({
        where: { id: uploadId, droppedAt: null },
        select: {
          id: true,
          kind: true,
          mediaType: true,
          bytes: true,
          sha256: true,
          width: true,
          height: true,
          createdAt: true,
          originalDroppedAt: true,
          text: { select: { state: true, text: true, doubts: true, seen: true } },
          report: {
            select: {
              report: { select: { claim: { select: { claim: claimOfFile } } } },
            },
          },
          evidence: { select: { evidenceId: true, evidence: { select: { claim: claimOfFile } } } },
        },
      })
    : null;
  const claim = upload?.report?.report.claim?.claim ?? upload?.evidence?.evidence.claim;
  if (!upload || !claim) throw new AppError("NOT_FOUND");
  const holders = await holdersOf([claim.id, claim.sharedId]);
  const by: EventActor = assertCan(actor, permission, holders);
  const { report: _, evidence, ...file } = upload;
  return {
    ...file,
    claim: { id: claim.id, number: claim.number },
    /** The evidence that it belongs to, where it is no citizen's. */
    evidenceId: evidence?.evidenceId ?? null,
    by,
  };
}

const claimOfFile = { select: { id: true, number: true, sharedId: true } } as const;
