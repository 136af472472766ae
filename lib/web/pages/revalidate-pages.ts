import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { ownToken } from "#lib/web/own-token";

/** Where web processes hear that pages have changed; the payload is the tags, separated by blanks. */
export const NEWS_CHANNEL = "bianzhen_pages";

/**
 * Makes every web process forget the pages that show something with these tags: the nearest one is asked and must confirm,
 * all others are told (`followRevalidations`). @throws when it did not, to be tried again
 */
export async function revalidatePages(tags: readonly string[]): Promise<void> {
  await forgetPages(tags);
  await db.$executeRaw`SELECT pg_notify(${NEWS_CHANNEL}, ${tags.join(" ")})`;
}

/** Makes the web process of this machine forget pages. @throws when it did not */
export async function forgetPages(tags: readonly string[]): Promise<void> {
  const response = await fetch(`${webAddress()}/api/internal/revalidate`, {
    method: "POST",
    headers: { authorization: `Bearer ${ownToken()}`, "content-type": "application/json" },
    body: JSON.stringify({ tags }),
    redirect: "error",
    signal: AbortSignal.timeout(10_000),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The pages could not be refreshed: HTTP ${response.status}`);
}

/** A worker on its own machine finds the web process where people do. */
function webAddress(): string {
  if (config.ROLE === "worker") return config.SITE_URL;
  const host = !config.HOST || /^(0\.0\.0\.0|::)$/.test(config.HOST) ? "127.0.0.1" : config.HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${config.PORT}`;
}
