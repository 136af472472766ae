import type { Actor, EventActor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { holdersOf } from "#lib/access/holders";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";

/**
 * A file of a report, for whoever may do this with the files of its claim: the same people who find it in the list of
 * the claim's reports, and in that of the claim into which it was merged.
 * @throws AppError NOT_FOUND, also for what no report has named; FORBIDDEN
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
              report: {
                select: {
                  claim: { select: { claim: { select: { id: true, number: true, sharedId: true } } } },
                },
              },
            },
          },
        },
      })
    : null;
  const claim = upload?.report?.report.claim?.claim;
  if (!upload || !claim) throw new AppError("NOT_FOUND");
  const holders = await holdersOf([claim.id, claim.sharedId]);
  const by: EventActor = assertCan(actor, permission, holders);
  const { report: _, ...file } = upload;
  return { ...file, claim: { id: claim.id, number: claim.number }, by };
}
