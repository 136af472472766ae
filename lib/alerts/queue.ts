import { type Queues, wake } from "#lib/platform/jobs";

/** The queues that wake whoever sends what is urgent to browsers, and letters with what is unread. */
export const ALERT_PUSH_QUEUE = "alert-pushes";
export const ALERT_LETTER_QUEUE = "alert-letters";

export const alertQueues: Queues = { [ALERT_PUSH_QUEUE]: "waking", [ALERT_LETTER_QUEUE]: "waking" };

/** Wakes whoever pushes; call it after what is to be pushed is stored. */
export const wakePusher = (): Promise<void> => wake(ALERT_PUSH_QUEUE);

/** Wakes whoever sends letters; call it after what is to be sent is stored. */
export const wakeAlertPost = (): Promise<void> => wake(ALERT_LETTER_QUEUE);
