import type { RequestListener } from "node:http";
import inject from "light-my-request";
import { config } from "#lib/platform/config";
import { answerHeaders, contentPolicy } from "../listen/answer-headers.ts";
import type { PageAddress } from "./addresses.ts";
import { type Finished, finish } from "./finish.ts";
import { rewriteHtml } from "./rewrite-html.ts";

/** Makes pages: Next's handler of requests. */
export type Render = RequestListener;

/** The one host that pages are made for, whatever name the reader used. */
const { host } = new URL(config.SITE_URL);

/** What is said of every answer that is kept: caches in front keep it for as long, and readers ask again each time. */
const KEPT = "public, max-age=0, s-maxage=60";

type Wanted = Pick<PageAddress, "key" | "scripts" | "status">;

/**
 * Asks for a page as nobody in particular, and finishes what comes. `cookie` is for a page that is one reader's own, and makes
 * it one that nobody keeps.
 * @throws HeldBack, and whatever the renderer throws
 */
export async function makePage(
  render: Render,
  { key, scripts, status }: Wanted,
  cookie?: string,
): Promise<Finished> {
  const headers = { host, "accept-language": "", ...(cookie !== undefined && { cookie }) };
  const made = await inject(render, { method: "GET", url: key, headers });
  if (made.statusCode >= 500) throw new Error(`${key} cannot be made: ${made.statusCode}`);
  const type = String(made.headers["content-type"] ?? "application/octet-stream");
  const isHtml = type.startsWith("text/html");
  const { html, hashes } = isHtml
    ? await rewriteHtml(made.payload, scripts)
    : { html: made.rawPayload, hashes: [] };
  const said = {
    ...answerHeaders,
    "Content-Security-Policy": contentPolicy(hashes),
    "Content-Type": type,
    "Cache-Control": cookie === undefined ? KEPT : "private, no-store",
  };
  // Nothing that is sent piece by piece can be a 404; what stands at this address is known here.
  return finish(
    made.statusCode === 200 ? status : made.statusCode,
    Object.entries(said).flat(),
    Buffer.from(html),
  );
}
