import { db } from "#lib/platform/db";
import { type Pages, pages } from "./pages.ts";

/** Where web processes hear that pages have changed. */
export const CHANGES_CHANNEL = "bianzhen_pages";

type State = "stale" | "withdrawn";

/** Makes every web process make anew what shows something with these tags; what is `withdrawn` nobody sees before. */
export async function forgetPages(tags: readonly string[], state: State = "stale"): Promise<void> {
  // At once in this process, whether or not it hears of others just now.
  pages().forget(tags, state);
  await db.$executeRaw`SELECT pg_notify(${CHANGES_CHANNEL}, ${[state, ...tags].join(" ")})`;
}

/** What a process does that hears of a change. */
export function hearOfChange(payload: string, cache: Pages = pages()): void {
  const [state, ...tags] = payload.split(" ");
  cache.forget(tags, state === "withdrawn" ? "withdrawn" : "stale");
}
