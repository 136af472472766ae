import { untold } from "#lib/audit/event-types";
import { eventSelect } from "#lib/audit/queries";
import type { ReadableClaim } from "#lib/claims/read-claim";
import { db } from "#lib/platform/db";
import { mayReadEvent } from "./may-read-event.ts";

/** What of a claim's timeline its reader may see, oldest first. */
export async function listTimeline(claim: ReadableClaim): Promise<TimelineEvent[]> {
  const events = await read(claim.id);
  return withWordings(
    claim.id,
    events.filter(({ type, data }) => mayReadEvent(claim.actor, { type, members: [data.member, data.to] })),
  );
}

/** The events of revisions with the words that they changed, as these stand now: they may have been redacted since. */
async function withWordings(claimId: string, events: TimelineEvent[]): Promise<TimelineEvent[]> {
  if (!events.some(({ data }) => data.former)) return events;
  const [former, { wording }] = await Promise.all([
    db.formerWording.findMany({ where: { claimId }, orderBy: [{ replacedAt: "asc" }, { id: "asc" }] }),
    db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { wording: true } }),
  ]);
  return events.map((event) => {
    const at = former.findIndex(({ id }) => id === event.data.former);
    if (at === -1) return event;
    const words = { wordingBefore: former[at]?.wording, wordingAfter: former[at + 1]?.wording ?? wording };
    return { ...event, data: { ...event.data, ...words } as typeof event.data };
  });
}

async function read(claimId: string) {
  const events = await db.event.findMany({
    where: { claimId, type: { notIn: [...untold] } },
    orderBy: { seq: "asc" },
    take: 500,
    select: { ...eventSelect, transaction: true, undoesId: true },
  });
  return events.map(({ transaction, ...event }) => ({
    ...event,
    transaction: transaction === null ? null : String(transaction),
  }));
}

export type TimelineEvent = Awaited<ReturnType<typeof read>>[number];
