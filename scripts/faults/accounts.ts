import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Acknowledged } from "./citizens.ts";

/** What became of what was acknowledged. */
export type Account = {
  acknowledged: number;
  lost: number;
  doubled: number;
  filesLost: number;
  /** Taken in, and taken up by nobody. */
  forgotten: number;
  lettersAcknowledged: number;
  lettersLost: number;
  /** A server that took a letter just before the sender died gets it again, with the same id. */
  lettersRepeated: number;
};

/** For how many seconds nothing may happen before what is left counts as forgotten. */
const PATIENCE = 120;

type Ledgers = { reports: readonly Acknowledged[]; readers: readonly string[]; mailbox: string };

/** Compares the ledgers with what is stored and what was sent, once the worker has had its time. */
export async function settle(
  databaseUrl: string,
  dataDir: string,
  { reports: ledger, readers, mailbox }: Ledgers,
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
      lettersAcknowledged: readers.length,
      ...(await countLetters(client, readers, mailbox)),
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
const forgotten = (client: pg.Client): Promise<number> =>
  least(
    client,
    "SELECT count(*)::int AS left FROM reports LEFT JOIN claim_reports ON report_id = id WHERE claim_id IS NULL",
  );

/** The least that is left of something when nothing has happened to it for a while. */
async function least(client: pg.Client, count: string): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY;
  for (let idle = 0; ; idle++) {
    const { rows } = await client.query<{ left: number }>(count);
    const left = rows[0]?.left ?? 0;
    if (left === 0 || idle === PATIENCE) return left;
    if (left < fewest) idle = 0;
    fewest = Math.min(fewest, left);
    await pause(1000);
  }
}

/** The mail server keeps each letter that it took as a file named after its recipient. */
async function countLetters(client: pg.Client, readers: readonly string[], mailbox: string) {
  await least(client, "SELECT count(*)::int AS left FROM notifications WHERE sent_at IS NULL");
  const times = new Map<string, number>();
  for (const name of await readdir(mailbox)) {
    const address = name.replace(/^\d+ |\.eml$/g, "");
    times.set(address, (times.get(address) ?? 0) + 1);
  }
  return {
    lettersLost: readers.filter((reader) => !times.has(reader)).length,
    lettersRepeated: readers.filter((reader) => (times.get(reader) ?? 0) > 1).length,
  };
}
