import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import type { ReadContact } from "#lib/claims/schema";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { unseal } from "#lib/platform/sealed-box";

/** Opens a reporter's contact. Who read it and why is on record before it is shown. */
export async function readContact(
  actor: Actor,
  { reportId, reason }: ReadContact,
): Promise<{ ok: true; contact: string }> {
  const by = assertCan(actor, "contact.read");
  const found = await db.reportContact.findUnique({
    where: { reportId },
    select: { sealed: true, report: { select: { claim: { select: { claimId: true } } } } },
  });
  if (!found) throw new AppError("NOT_FOUND");
  const claimId = found.report.claim?.claimId;
  await db.$transaction((tx) =>
    recordEvent(tx, {
      type: "contact.read",
      actor: by,
      subjectId: reportId,
      ...(claimId && { claimId }),
      reason,
    }),
  );
  return { ok: true, contact: unseal("contact", reportId, found.sealed) };
}
