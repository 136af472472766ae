import { type Queues, wake } from "#lib/platform/jobs";

/** The queue that wakes whoever sends deliveries. */
export const DELIVERY_QUEUE = "deliveries";

/** The queue that wakes whoever sends them by mail, so that a mail server that hangs holds up no webhook. */
export const DIGEST_QUEUE = "digests";

export const distributionQueues: Queues = { [DELIVERY_QUEUE]: "waking", [DIGEST_QUEUE]: "waking" };

/** Wakes whoever sends deliveries; call it after what is to be sent is stored. */
export async function wakeSender(): Promise<void> {
  await Promise.all([wake(DELIVERY_QUEUE), wake(DIGEST_QUEUE)]);
}
