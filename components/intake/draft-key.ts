/** Where the tab keeps what stands in the box on the home page. */
export const BOX_KEY = "box";

/** Where the browser keeps a report that was not sent yet. */
export const DRAFT_KEY = "report-draft";
