import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { ChangedClaims } from "./changed-claims.ts";

const [slow, quick] = [0, 1].map(() => new pg.Client({ connectionString: config.DATABASE_URL }));

beforeAll(async () => {
  await slow?.connect();
  await quick?.connect();
});
afterAll(async () => {
  await slow?.end();
  await quick?.end();
});

/** As a use case records it, over a connection of its own. */
const record = (client: pg.Client | undefined, claimId: string) =>
  client?.query(
    `INSERT INTO events (id, type, at, actor_kind, claim_id, subject_id, data)
     VALUES ($1, 'claim.triaged', now(), 'system', $2::uuid, $2::text, '{}')`,
    [randomUUID(), claimId],
  );

async function followed(changes: ChangedClaims): Promise<string[]> {
  const ids: string[] = [];
  await changes.follow(db, async (claimIds) => {
    ids.push(...claimIds);
  });
  return ids;
}

it("sees an event that was numbered early and committed late, and each but once", async () => {
  const [late, early] = await Promise.all([
    seedClaim({ status: "received" }),
    seedClaim({ status: "received" }),
  ]);
  const changes = new ChangedClaims();
  await changes.begin(db);
  await followed(changes);
  await slow?.query("BEGIN");
  await record(slow, late.id);
  // So many that the early number is far behind the last.
  for (let count = 0; count < 300; count++) await record(quick, early.id);
  expect(await followed(changes)).toEqual([early.id]);
  expect(await followed(changes)).toEqual([]);
  await record(quick, early.id);
  expect(await followed(changes)).toEqual([early.id]);
  await slow?.query("COMMIT");
  expect(await followed(changes)).toEqual([late.id]);
  for (let time = 0; time < 3; time++) expect(await followed(changes)).toEqual([]);
});

it("asks for the same claims again when they could not be read", async () => {
  const changes = new ChangedClaims();
  await changes.begin(db);
  await followed(changes);
  const { id } = await seedClaim({ status: "received" });
  await record(quick, id);
  await expect(changes.follow(db, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await followed(changes)).toContain(id);
});
