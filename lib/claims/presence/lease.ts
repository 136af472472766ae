import { minutes } from "#lib/platform/clock";

/** For so long somebody counts as there of whose stream nothing more is heard, because its process was killed. */
export const PRESENCE_LEASE = minutes(1.5);
/** How many claims one browser may have open in sight; more windows than that nobody looks at. */
export const MOST_OPEN = 20;
