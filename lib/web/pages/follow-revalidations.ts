import { listen } from "#lib/platform/listen";
import { log } from "#lib/platform/log";
import { forgetPages, NEWS_CHANNEL } from "./revalidate-pages.ts";

/**
 * Keeps the page cache of this web process in step with the others: each hears of every publication from PostgreSQL,
 * whichever process published it. What was missed while the connection was down is made good by forgetting everything.
 */
export const followRevalidations = (signal?: AbortSignal): Promise<void> =>
  listen(NEWS_CHANNEL, {
    hear: (payload) => void forget(payload.split(" ")),
    ready: async (missed) => {
      if (missed) await forget(["debunks"]);
    },
    signal,
  });

const forget = (tags: readonly string[]): Promise<void> =>
  forgetPages(tags).catch((error: unknown) =>
    log.error({ err: error }, "this process keeps old pages for now"),
  );
