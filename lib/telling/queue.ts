import { type Queues, wake } from "#lib/platform/jobs";

/** The queue that wakes whoever sends letters; an address gets one letter, not two at once. */
export const NOTIFICATION_QUEUE = "notifications";

export const tellingQueues: Queues = { [NOTIFICATION_QUEUE]: "waking" };

/** Wakes whoever sends letters; call it after what is to be sent is stored. */
export const wakeNotifier = (): Promise<void> => wake(NOTIFICATION_QUEUE);
