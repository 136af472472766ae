import { listen } from "#lib/platform/listen";
import { CHANGES_CHANNEL, hearOfChange } from "./forget-pages.ts";
import { type Pages, pages } from "./pages.ts";

/**
 * Keeps the page cache of this process in step with the others: each hears of every publication from PostgreSQL, whichever
 * process published it. While the connection is down nothing that is kept is believed; what was missed is made anew.
 */
export const followChanges = (signal?: AbortSignal, cache: Pages = pages()): Promise<void> =>
  listen(CHANGES_CHANNEL, {
    hear: (payload) => hearOfChange(payload, cache),
    ready: async (missed) => {
      if (missed) cache.forgetAll();
      cache.isTold = true;
    },
    lost: () => {
      cache.isTold = false;
    },
    signal,
  });
