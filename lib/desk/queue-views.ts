import type { QueueFilter, QueueView } from "#lib/claims/schema";
import { type ClaimStatus, claimStatuses, isClosed, isPublished } from "#lib/claims/status";
import { now } from "#lib/platform/clock";
import type { Prisma } from "#lib/platform/db";

const statusesWhere = (rule: (status: ClaimStatus) => boolean) => claimStatuses.filter(rule);

/** Somebody has to act on it: it is open, and not kept apart. */
const toAct = { orderAt: { not: null } } satisfies Prisma.ClaimWhereInput;

/** What each view of the queue holds, besides what is kept apart, which stands in a view of its own alone. */
const views: Record<QueueView, () => Prisma.ClaimWhereInput> = {
  new: () => ({ ...toAct, status: "received" }),
  open: () => toAct,
  overdue: () => ({ ...toAct, dueAt: { lt: now() } }),
  published: () => ({ status: { in: statusesWhere(isPublished) } }),
  closed: () => ({ status: { in: statusesWhere(isClosed) } }),
  all: () => ({}),
  quarantine: () => ({}),
};

/** What detectors keep apart, or all the rest. */
export const apart = (view: QueueView): Prisma.ClaimWhereInput => ({
  suspicion: view === "quarantine" ? { not: null } : null,
});

/** The claims of a view. */
export const viewOf = (view: QueueView): Prisma.ClaimWhereInput => ({ AND: [apart(view), views[view]()] });

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
