import type { Queues } from "#lib/platform/jobs";

/** The queue of events that wait for their reactions; the payload is `{ eventId }`. */
export const EVENT_QUEUE = "events";
/** The queue of events whose reactions take seconds: nothing else waits behind them. */
export const SLOW_EVENT_QUEUE = "slow-events";
/** The queue of the hourly sweep. */
export const SWEEP_QUEUE = "sweep";
/** The queue of what happens every minute. */
export const MINUTE_QUEUE = "minute";

export const eventQueues: Queues = {
  [EVENT_QUEUE]: "lasting",
  [SLOW_EVENT_QUEUE]: "lasting",
  [SWEEP_QUEUE]: "hourly",
  [MINUTE_QUEUE]: "waking",
};
