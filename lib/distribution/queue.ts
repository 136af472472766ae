import { type Queues, wake } from "#lib/platform/jobs";

/** The queue that wakes whoever sends deliveries. */
export const DELIVERY_QUEUE = "deliveries";

export const distributionQueues: Queues = { [DELIVERY_QUEUE]: "waking" };

/** Wakes whoever sends deliveries; call it after what is to be sent is stored. */
export const wakeSender = (): Promise<void> => wake(DELIVERY_QUEUE);
