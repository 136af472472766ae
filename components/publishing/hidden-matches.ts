/** Which matches somebody said are not meant, by question, until the tab is closed. */
const STORE = "not-these";

/** The matches that are not to be shown for a question again. */
export function hiddenFor(asked: string): string[] {
  const ids = read()[asked];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}

/** "Not this one": for this question it is no longer shown, here and on the report form. */
export function hideFor(asked: string, id: string): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify({ ...read(), [asked]: [...hiddenFor(asked), id] }));
  } catch {
    // A browser that keeps nothing shows it again.
  }
}

function read(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
