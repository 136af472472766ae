import type { Queues } from "#lib/platform/jobs";

/** The queue of whoever guesses what new claims are about; nobody has to wake it, for it looks every few seconds. */
export const GUESS_QUEUE = "guesses";

export const claimQueues: Queues = { [GUESS_QUEUE]: "waking" };
