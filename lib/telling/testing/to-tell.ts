import type { WorkedEvent } from "#lib/audit/run-reactions";
import { UNDO_FOR } from "#lib/claims/latest-decision";
import { at } from "#lib/platform/at";
import { after, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { sendNotifications } from "../send-notifications.ts";

/** An address that nobody else has. */
export const newAddress = () => `reader-${newId().slice(-12)}@example.org`;

type Wanted = { type: WorkedEvent["type"]; claimId?: string; subjectId?: string };

/** The newest event of a kind, as the worker would be given it. */
export const eventOf = (where: Wanted): Promise<WorkedEvent> =>
  db.event.findFirstOrThrow({
    where,
    orderBy: { seq: "desc" },
    select: { id: true, type: true, subjectId: true, claimId: true },
  });

/** What is told of an end goes out when that can no longer be undone. */
export const sendLater = () => at(after(now(), UNDO_FOR), sendNotifications);

/** A published claim that somebody with an address asked about, and the event that they are told of. */
export async function published(
  email: string,
  status: "published" | "corrected" = "published",
  receivedAt?: Date,
) {
  const reports = [{ text: "网传停水", email }];
  const claim = await seedClaim({ status, reports, ...(receivedAt && { receivedAt }) });
  const event = await eventOf({ type: "debunk.published", claimId: claim.id });
  return { claim, event };
}
