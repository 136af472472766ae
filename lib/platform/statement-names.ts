import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** A statement that has come so often will come again. */
const OFTEN = 3;
/** Each connection keeps as many plans; a list of ids of every length would be a statement of its own. */
const MOST = 400;

/**
 * Names the statements that come again and again, so that each connection has them read and planned once, which for a
 * short one takes longer than all the rest. What comes seldom has no name, and neither has what comes after very many.
 */
export function statementNames(): (statement: { sql: string }) => string | undefined {
  const names = new Map<string, string>();
  const seen = new LRUCache<string, number>({ max: 1_000 });
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined || names.size >= MOST) return name;
    const times = (seen.get(sql) ?? 0) + 1;
    seen.set(sql, times);
    if (times < OFTEN) return undefined;
    const given = `bz_${hash("sha1", sql)}`;
    names.set(sql, given);
    seen.delete(sql);
    return given;
  };
}
