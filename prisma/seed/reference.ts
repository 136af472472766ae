import { isDeepStrictEqual } from "node:util";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { divisionRows } from "./divisions.ts";
import { memberRows } from "./members.ts";
import { referenceFingerprint } from "./reference-fingerprint.ts";
import { subtopicRows, topicRows } from "./topics.ts";

type Client = Tx & { $transaction: typeof db.$transaction };

export type ReferenceOutcome = { divisions: number; topics: number; members: number; changed: number };

/**
 * Brings divisions, topics and members to what this release knows, and gives every member a pull endpoint. What is in
 * the database already and unchanged costs one read a table; entries that left the lists stay, for claims refer to them.
 */
export async function seedReference(client: Client = db): Promise<ReferenceOutcome> {
  const fingerprint = await referenceFingerprint();
  const changed = await client.$transaction(
    async (tx) => {
      // Two instances that start at once take turns.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(4210020)`;
      await noteLoad(tx, fingerprint);
      return (
        (await sync(tx.division, divisionRows, ({ code }) => ({ code }))) +
        (await sync(tx.topic, topicRows, ({ id }) => ({ id }))) +
        (await sync(tx.subtopic, subtopicRows, ({ topicId, id }) => ({ topicId_id: { topicId, id } }))) +
        (await sync(tx.member, memberRows, ({ id }) => ({ id }))) +
        (await addPullEndpoints(tx))
      );
    },
    { timeout: 60_000, maxWait: 30_000 },
  );
  return { divisions: divisionRows.length, topics: topicRows.length, members: memberRows.length, changed };
}

async function noteLoad(tx: Tx, fingerprint: string): Promise<void> {
  const last = await tx.referenceLoad.findFirst({ orderBy: { loadedAt: "desc" } });
  if (last?.fingerprint === fingerprint) return;
  await tx.referenceLoad.create({ data: { id: newId(), fingerprint, loadedAt: now() } });
}

type Table<Row> = {
  findMany(): Promise<Row[]>;
  createMany(args: { data: Row[] }): Promise<unknown>;
  update(args: { where: never; data: Row }): Promise<unknown>;
};

/** Adds what is new and updates what differs; returns how many rows that were. */
async function sync<Row extends object>(
  table: Table<Row>,
  wanted: readonly Row[],
  keyOf: (row: Row) => object,
): Promise<number> {
  const key = (row: Row) => JSON.stringify(keyOf(row));
  const stored = new Map((await table.findMany()).map((row) => [key(row), row]));
  const fresh = wanted.filter((row) => !stored.has(key(row)));
  const changed = wanted.filter(
    (row) => stored.has(key(row)) && !isDeepStrictEqual({ ...stored.get(key(row)) }, row),
  );
  if (fresh.length > 0) await table.createMany({ data: fresh });
  for (const row of changed) await table.update({ where: keyOf(row) as never, data: row });
  return fresh.length + changed.length;
}

async function addPullEndpoints(tx: Tx): Promise<number> {
  const served = await tx.endpoint.findMany({ where: { kind: "pull" }, select: { memberId: true } });
  const known = new Set(served.map(({ memberId }) => memberId));
  const missing = memberRows.filter(({ id }) => !known.has(id));
  const createdAt = now();
  await tx.endpoint.createMany({
    data: missing.map(({ id }) => ({ id: newId(), memberId: id, kind: "pull" as const, createdAt })),
  });
  return missing.length;
}

let ready: Promise<unknown> | undefined;

/** Reference data for factories that run on an empty database, as in tests; once a process. */
export function readyReference(): Promise<unknown> {
  ready ??= db.division.count().then((count) => (count === 0 ? seedReference() : undefined));
  return ready;
}
