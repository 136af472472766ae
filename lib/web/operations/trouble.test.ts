import { beforeAll, expect, it, vi } from "vitest";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { asOwner } from "#lib/platform/testing/as-owner";
import { holdConnections } from "#lib/platform/testing/hold-connections";
import { handlersOf } from "#lib/web/handlers";
import { call, described, post } from "#lib/web/testing/call";
import { seedReference } from "#seed/reference";

const debunks = handlersOf("/api/v1/debunks");
const { POST } = handlersOf("/api/v1/reports");

const file = async (text: string) => (await post(POST, "/api/v1/reports", { text })).status;
const list = async () => (await call(debunks.GET, "/api/v1/debunks")).status;

beforeAll(() => seedReference());

it("a report that the database refuses does not take its neighbours with it", async () => {
  await asOwner("ALTER TABLE reports ADD CONSTRAINT no_poison CHECK (text <> 'poison')");
  const statuses = await Promise.all(["a", "b", "poison", "c"].map(file));
  expect(statuses).toEqual([201, 201, 500, 201]);
});

it("takes a report in while every connection of the others is in use", async () => {
  const release = await holdConnections(db, config.DATABASE_POOL_SIZE);
  // Whoever needs one of those is told after a while that the service is busy, and not that it is away.
  const waiting = call(debunks.GET, "/api/v1/debunks");
  expect(await file("成都全城停水三天，是真的吗")).toBe(201);
  const refused = await waiting;
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ type: "urn:bianzhen:problem:busy" });
  await release();
});

it("says 507 while the disk is full, and nothing is stored", async () => {
  await asOwner(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON reports FOR EACH STATEMENT EXECUTE FUNCTION no_room()`);
  const response = await post(POST, "/api/v1/reports", { text: "停水" });
  expect([response.status, response.headers.get("retry-after")]).toEqual([507, "5"]);
  expect(await described(response, "post", "/api/v1/reports")).toMatchObject({
    type: "urn:bianzhen:problem:full",
  });
  await asOwner("DROP TRIGGER no_room ON reports; DROP FUNCTION no_room()");
  expect(await file("停水")).toBe(201);
});

it("works again after every connection was cut, and says 503 meanwhile", async () => {
  for (let round = 0; round < 10; round += 1) {
    const cut = asOwner(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    for (const status of await Promise.all([file("停水"), list(), file("停电"), list()])) {
      expect([200, 201, 503]).toContain(status);
    }
    await cut;
  }
  // On a busy machine the last of them end a moment after they were told to.
  await vi.waitFor(async () => expect([await file("停水"), await list()]).toEqual([201, 200]), {
    timeout: 60_000,
  });
});
