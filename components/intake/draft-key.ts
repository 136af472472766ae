/** Where the browser keeps a report that was not sent yet. */
export const DRAFT_KEY = "report-draft";
