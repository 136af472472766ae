import { beforeAll, expect, it } from "vitest";
import { asOwner } from "#lib/platform/testing/as-owner";
import { handlersOf } from "#lib/web/handlers";
import { call, post } from "#lib/web/testing/call";
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
  expect([await file("停水"), await list()]).toEqual([201, 200]);
});
