import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { config } from "#lib/platform/config";
import { log } from "#lib/platform/log";
import { forgetPages, NEWS_CHANNEL } from "./revalidate-pages.ts";

const RETRY = 1_000;

/**
 * Keeps the page cache of this web process in step with the others: each hears of every publication from PostgreSQL,
 * whichever process published it. What was missed while the connection was down is made good by forgetting everything.
 */
export async function followRevalidations(signal?: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal?.aborted; attempt += 1) {
    const client = new pg.Client({ connectionString: config.DATABASE_URL, keepAlive: true });
    const lost = new Promise<void>((resolve) => {
      client.once("error", () => resolve());
      client.once("end", () => resolve());
      signal?.addEventListener("abort", () => resolve(), { once: true });
    });
    client.on("notification", ({ payload = "" }) => void forget(payload.split(" ")));
    try {
      await client.connect();
      await client.query(`LISTEN ${NEWS_CHANNEL}`);
      if (attempt > 0) await forget(["debunks"]);
      await lost;
    } catch {
      // The database is away; the next attempt is as good as this one was.
    }
    await client.end().catch(() => {});
    await pause(RETRY);
  }
}

const forget = (tags: readonly string[]): Promise<void> =>
  forgetPages(tags).catch((error: unknown) =>
    log.error({ err: error }, "this process keeps old pages for now"),
  );
