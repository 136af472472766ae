import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";
import { once } from "#lib/platform/once";
import { isSameMark } from "../etag.ts";
import { bytesIn, type Encoding, encodings } from "../pages/finish.ts";
import type { Answer } from "../pages/pages.ts";

const notes: Record<Answer["served"], readonly string[]> = {
  hit: ["Cache-Status", "bianzhen; hit"],
  miss: ["Cache-Status", "bianzhen; fwd=miss"],
  // RFC 9211: a hit whose time is over.
  stale: ["Cache-Status", "bianzhen; hit; ttl=-1", "Warning", '110 - "Response is Stale"'],
};

/** Sends a finished answer in the encoding that the reader prefers, or says that they have it already. */
export function send(request: IncomingMessage, response: ServerResponse, { finished, served }: Answer): void {
  const { status, etag, headers } = finished;
  const said = [...headers, "ETag", etag, "Vary", "Accept-Encoding", ...notes[served]];
  const known = request.headers["if-none-match"];
  if (known !== undefined && status === 200 && isSameMark(known, etag)) {
    response.writeHead(304, said).end();
    return;
  }
  const encoding = preferred(request.headers["accept-encoding"] as string | undefined);
  const write = (bytes: Buffer) => {
    if (encoding !== "identity") said.push("Content-Encoding", encoding);
    said.push("Content-Length", String(bytes.length));
    response.writeHead(status, said).end(request.method === "HEAD" ? undefined : bytes);
  };
  const bytes = bytesIn(finished, encoding);
  if (bytes instanceof Promise) bytes.then(write).catch(() => response.destroy());
  else write(bytes);
}

/** Browsers are few, and say the same each time. */
const seen = once("wanted encodings", () => new LRUCache<string, Encoding>({ max: 500 }));

/** The first of our encodings, in the order of what they save, that the header allows (RFC 9110, 12.5.3). */
function preferred(accepted = ""): Encoding {
  const known = seen.get(accepted);
  if (known) return known;
  const headers = { "accept-encoding": accepted };
  const allowed = new Negotiator({ headers }).encodings([...encodings]);
  const encoding = encodings.find((one) => allowed.includes(one)) ?? "identity";
  if (accepted.length <= 200) seen.set(accepted, encoding);
  return encoding;
}
