import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { once } from "#lib/platform/once";
import type { MatchQuery } from "./known-texts.ts";
import type { LiveIndex } from "./live-index.ts";
import type { Match } from "./match.ts";

/** So many of one question are kept: what most askers want, and more than any worker does. */
const KEPT = 10;

/** Each question by a hash of it. */
const found = once(
  "found lately",
  () => new LRUCache<string, Promise<readonly Match[]>>({ max: 2_000, ttl: 1_000 }),
);

/**
 * What the known claims say to a question, or said within the last second unless a notice or a decision has changed since: in
 * a storm thousands send the same. A claim that was opened in the meantime may be missing.
 */
export async function searchLately(
  index: LiveIndex,
  query: MatchQuery,
  limit: number,
): Promise<readonly Match[]> {
  const { text, urls = [], phashes = [] } = query;
  const key = hash("sha256", JSON.stringify([text, urls, phashes, index.changed.answers]), "base64");
  const known = found.get(key) ?? index.search(query, Math.max(limit, KEPT));
  found.set(key, known, { noUpdateTTL: true });
  known.catch(() => found.delete(key));
  return (await known).slice(0, limit);
}
