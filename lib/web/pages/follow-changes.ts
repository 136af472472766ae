import { listen } from "#lib/platform/listen";
import { CHANGES_CHANNEL, hearOfChange } from "./forget-pages.ts";
import { type Pages, pages } from "./pages.ts";

/**
 * Keeps the page cache of this process in step with the others: each hears of every publication from PostgreSQL, whichever
 * process published it. Until the connection stands, and while it is down, nothing that is kept is believed; what was made
 * meanwhile is made anew.
 */
export function followChanges(signal?: AbortSignal, cache: Pages = pages()): Promise<void> {
  cache.isTold = false;
  return listen(CHANGES_CHANNEL, {
    hear: (payload) => hearOfChange(payload, cache),
    ready: async () => {
      cache.forgetAll();
      cache.isTold = true;
    },
    lost: () => {
      cache.isTold = false;
    },
    signal,
  });
}
