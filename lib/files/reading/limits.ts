import { minutes } from "#lib/platform/clock";

/** With this a reading process ends itself that has used up what a picture may take, as the system would. */
export const SPENT = "SIGXCPU";

/** How much processor time one picture may take, in milliseconds: a screen takes one or two seconds, the longest page a minute. */
export const PROCESSOR_TIME = 180_000;

/** A process that has not answered by then is stuck, or the machine is far too busy: the picture's turn comes again. */
export const PATIENCE = minutes(12);

/** The models need some hundred megabytes, which nobody keeps for pictures that do not come. */
export const IDLE = minutes(1);
