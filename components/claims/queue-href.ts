import type { QueueFilter } from "#lib/claims/schema";

/** The views of the queue, in the order of a day's work. */
export const queueViews = [
  "new",
  "open",
  "overdue",
  "answered",
  "mine",
  "snoozed",
  "published",
  "closed",
  "all",
] as const;

const keys = [
  "view",
  "suspicion",
  "q",
  "topic",
  "division",
  "urgency",
  "status",
  "more",
  "pick",
  "cursor",
] as const;

/** The query that keeps a reader's place in the queue: its view, its filters and its page. */
export function queueQuery(filter: QueueFilter): string {
  const pairs = keys.flatMap((key) =>
    [filter[key] ?? []].flat().map((value): [string, string] => [key, value]),
  );
  return new URLSearchParams(pairs).toString();
}

/** The address of the queue with some filters changed; any change but of the page starts at the first page. */
export const queueHref = (filter: QueueFilter, changes: Partial<QueueFilter> = {}): string =>
  `/desk/queue?${queueQuery({ ...filter, cursor: undefined, ...changes })}`;

/** The address of a claim as a row of this queue. */
export const claimHref = (claimId: string, filter: QueueFilter): string =>
  `/desk/claims/${claimId}?${placeQuery(filter)}`;

/** The query that a claim is opened with: where it stood, whether or not claims were ticked there. */
export const placeQuery = (filter: QueueFilter): string => queueQuery({ ...filter, pick: undefined });

/** Whether a view is narrowed by what its claims are. */
export const isFiltered = ({ topic = [], division, urgency = [], status = [] }: QueueFilter): boolean =>
  Boolean(division) || topic.length + urgency.length + status.length > 0;

/** Whether a view is narrowed by anything. */
export const isNarrowed = (filter: QueueFilter): boolean => Boolean(filter.q) || isFiltered(filter);
