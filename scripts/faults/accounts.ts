import { access } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Acknowledged } from "./citizens.ts";

/** What became of what was acknowledged; all but the first are faults. */
export type Account = {
  acknowledged: number;
  lost: number;
  doubled: number;
  filesLost: number;
  /** Taken in, and taken up by nobody. */
  forgotten: number;
};

/** For how many seconds nothing may happen before what is left counts as forgotten. */
const PATIENCE = 120;

/** Compares the ledger with what is stored, once the worker has had its time. */
export async function settle(
  databaseUrl: string,
  dataDir: string,
  ledger: readonly Acknowledged[],
): Promise<Account> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const texts = ledger.map(({ text }) => text);
    const stored = await client.query<{ text: string; count: number }>(
      "SELECT text, count(*)::int AS count FROM reports WHERE text = ANY($1) GROUP BY text",
      [texts],
    );
    const counts = new Map(stored.rows.map(({ text, count }) => [text, count]));
    const files = await Promise.all(
      ledger.flatMap(({ uploadId }) => (uploadId === null ? [] : isThere(dataDir, uploadId))),
    );
    return {
      acknowledged: ledger.length,
      lost: texts.filter((text) => !counts.has(text)).length,
      doubled: [...counts.values()].filter((count) => count > 1).length,
      filesLost: files.filter((found) => !found).length,
      forgotten: await forgotten(client),
    };
  } finally {
    await client.end();
  }
}

const isThere = (dataDir: string, id: string): Promise<boolean> =>
  access(join(dataDir, "files", "original", id.slice(-2), id)).then(
    () => true,
    () => false,
  );

/** How many reports are still without a claim when none has been placed for a while. */
async function forgotten(client: pg.Client): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let idle = 0; ; idle++) {
    const { rows } = await client.query<{ left: number }>(
      "SELECT count(*)::int AS left FROM reports LEFT JOIN claim_reports ON report_id = id WHERE claim_id IS NULL",
    );
    const left = rows[0]?.left ?? 0;
    if (left === 0 || idle === PATIENCE) return left;
    if (left < least) idle = 0;
    least = Math.min(least, left);
    await pause(1000);
  }
}
