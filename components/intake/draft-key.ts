/** Where the browser keeps a report that was not sent yet. */
export const draftKey = "report-draft";

/** Keeps what was typed for the report form, in this browser and never in an address. */
export function keepDraft(fields: Readonly<Record<string, string>>): void {
  try {
    localStorage.setItem(draftKey, JSON.stringify(fields));
  } catch {
    // A browser that keeps nothing still has the form.
  }
}
