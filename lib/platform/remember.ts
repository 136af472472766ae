import { minutes, now } from "./clock.ts";

/**
 * Reads something that changes only with a release once in a while instead of with every request. A failed read is not
 * remembered, and nothing is remembered of an empty list: its rows may be about to be loaded.
 */
export function remember<Row>(read: () => Promise<Row[]>, length = minutes(10)): () => Promise<Row[]> {
  let kept: { until: number; rows: Promise<Row[]> } | undefined;
  return () => {
    if (kept && kept.until > now().getTime()) return kept.rows;
    const mine = { until: now().getTime() + length, rows: read() };
    kept = mine;
    const forget = () => {
      if (kept === mine) kept = undefined;
    };
    mine.rows.then((rows) => rows.length === 0 && forget(), forget);
    return mine.rows;
  };
}
