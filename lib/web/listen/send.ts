import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";
import { type Encoding, encodings, type Finished } from "../pages/store.ts";

/** What a kept answer is served as: from memory, made just now, or an old one because no newer can be made. */
export type Served = "hit" | "miss" | "stale";

const notes: Record<Served, readonly string[]> = {
  hit: ["Cache-Status", "bianzhen; hit"],
  miss: ["Cache-Status", "bianzhen; fwd=miss; stored"],
  // RFC 9211: a hit whose time is over.
  stale: ["Cache-Status", "bianzhen; hit; ttl=-1", "Warning", '110 - "Response is Stale"'],
};

/** Sends a finished answer in the encoding that the reader prefers, or says that they have it already. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  finished: Finished,
  served: Served,
): void {
  const { headers, etag } = finished;
  const said = [...headers, "ETag", etag, "Vary", "Accept-Encoding", ...notes[served]];
  if (isKnown(request.headers["if-none-match"], etag) && finished.status === 200) {
    response.writeHead(304, said).end();
    return;
  }
  const encoding = preferred(request.headers["accept-encoding"] as string | undefined);
  const body = finished.bytes[encoding];
  if (encoding !== "identity") said.push("Content-Encoding", encoding);
  said.push("Content-Length", String(body.length));
  response.writeHead(finished.status, said);
  if (request.method === "HEAD") response.end();
  else response.end(body);
}

/** Browsers are few, and say the same each time. */
const seen = new LRUCache<string, Encoding>({ max: 500 });

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

/** RFC 9110, 13.1.2: compared as weak. */
function isKnown(known: string | undefined, etag: string): boolean {
  if (known === undefined) return false;
  const opaque = (mark: string) => mark.trim().replace(/^W\//, "");
  return (
    known === etag || known.trim() === "*" || known.split(",").some((mark) => opaque(mark) === opaque(etag))
  );
}
