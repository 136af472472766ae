import type { Actor } from "#lib/access/actor";
import type { QueueFilter, QueueView } from "#lib/claims/schema";
import { type ClaimStatus, claimStatuses, isClosed, isPublished } from "#lib/claims/status";
import { now } from "#lib/platform/clock";
import type { Prisma } from "#lib/platform/db";

const statusesWhere = (rule: (status: ClaimStatus) => boolean) => claimStatuses.filter(rule);

/** It is open, and not kept apart. */
const open = { orderAt: { not: null } } satisfies Prisma.ClaimWhereInput;

/** Somebody has to act on it: nobody has put it off. */
const toAct = () =>
  ({
    ...open,
    OR: [{ hiddenUntil: null }, { hiddenUntil: { lte: now() } }],
  }) satisfies Prisma.ClaimWhereInput;

/** What each view of the queue holds, besides what is kept apart, which stands in a view of its own alone. */
const views: Record<QueueView, (actor: Actor) => Prisma.ClaimWhereInput> = {
  new: () => ({ ...toAct(), status: "received" }),
  open: toAct,
  // What is overdue is put off no longer.
  overdue: () => ({ ...open, dueAt: { lt: now() } }),
  answered: () => ({ ...toAct(), repliedAt: { not: null } }),
  mine: ({ userId }) => ({ ...toAct(), decidedById: userId }),
  snoozed: () => ({ ...open, hiddenUntil: { gt: now() } }),
  published: () => ({ status: { in: statusesWhere(isPublished) } }),
  closed: () => ({ status: { in: statusesWhere(isClosed) } }),
  all: () => ({}),
  quarantine: () => ({}),
};

/** What detectors keep apart, or all the rest. */
export const apart = (view: QueueView): Prisma.ClaimWhereInput => ({
  suspicion: view === "quarantine" ? { not: null } : null,
});

/** The claims of a view, as somebody sees it. */
export const viewOf = (actor: Actor, view: QueueView): Prisma.ClaimWhereInput => ({
  AND: [apart(view), views[view](actor)],
});

/** What filters leave of a view. */
export function narrowed({
  suspicion,
  status = [],
  topic = [],
  division,
  urgency = [],
}: QueueFilter): Prisma.ClaimWhereInput {
  return {
    ...(suspicion && { suspicion }),
    ...(status.length > 0 && { status: { in: status } }),
    ...(topic.length > 0 && { topicId: { in: topic } }),
    ...(urgency.length > 0 && { urgency: { in: urgency } }),
    ...(division && { places: { some: { divisionCode: { startsWith: prefixOf(division) } } } }),
  };
}

/** A prefecture holds the codes that share its first four digits, the province those that share two. */
const prefixOf = (code: string): string => code.replace(/(?:0000|00)$/, "");
