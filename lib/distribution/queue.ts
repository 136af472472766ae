import { type Queues, wake } from "#lib/platform/jobs";

/** The queues that wake whoever sends deliveries, looks at members' pages and sends reminders. */
export const DELIVERY_QUEUE = "deliveries";
export const LOOK_QUEUE = "page-looks";
export const REMINDER_QUEUE = "reminders";

/** The queue that wakes whoever sends them by mail, so that a mail server that hangs holds up no webhook. */
export const DIGEST_QUEUE = "digests";

export const distributionQueues: Queues = {
  [DELIVERY_QUEUE]: "waking",
  [DIGEST_QUEUE]: "waking",
  [LOOK_QUEUE]: "waking",
  [REMINDER_QUEUE]: "waking",
};

/** Wakes whoever sends deliveries; call it after what is to be sent is stored. */
export async function wakeSender(): Promise<void> {
  await Promise.all([wake(DELIVERY_QUEUE), wake(DIGEST_QUEUE)]);
}

/** Wakes whoever looks at members' pages. */
export const wakeLookers = (): Promise<void> => wake(LOOK_QUEUE);

/** Wakes whoever sends reminders. */
export const wakeReminder = (): Promise<void> => wake(REMINDER_QUEUE);
