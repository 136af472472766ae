import { canEverywhere, membersFor } from "#lib/access/can";
import { untold } from "#lib/audit/event-types";
import { eventSelect } from "#lib/audit/queries";
import type { ReadableClaim } from "#lib/claims/read-claim";
import { db } from "#lib/platform/db";

/** What of a claim's timeline its reader may see, oldest first. */
export async function listTimeline(claim: ReadableClaim): Promise<TimelineEvent[]> {
  const events = await read(claim.id);
  return events.filter((event) => mayRead(claim, event));
}

const read = (claimId: string) =>
  db.event.findMany({
    where: { claimId, type: { notIn: [...untold] } },
    orderBy: { seq: "asc" },
    take: 500,
    select: eventSelect,
  });

export type TimelineEvent = Awaited<ReturnType<typeof read>>[number];

/** A member sees the way of the claim and its own work, not whom else was asked or why a contact was read. */
function mayRead({ actor }: ReadableClaim, { type, data }: TimelineEvent): boolean {
  if (canEverywhere(actor, "claim.read")) return true;
  if (type === "contact.read" || type === "contact.deleted") return false;
  if (!type.startsWith("assignment.")) return true;
  return membersFor(actor, "claim.read").some((id) => id === data.member || id === data.to);
}
