import { hours } from "#lib/platform/clock";

/** Where the tab keeps what stands in the box on the home page. */
export const BOX_KEY = "box";

/** Where the browser keeps a report that was not sent yet, and for how long: the next one at the device may be somebody else. */
export const DRAFT_KEY = "report-draft";
export const DRAFT_KEPT = hours(1);
