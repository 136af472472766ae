import { setTimeout as pause } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { clock, days } from "#lib/platform/clock";
import { openQueues } from "#lib/platform/jobs";
import { handlersOf } from "#lib/web/handlers";

const { GET } = handlersOf("/readyz");

const context = { params: Promise.resolve({}) };

const ask = async () => {
  // An answer is kept for a second.
  await pause(1100);
  const response = await GET(new Request("http://localhost:3000/readyz"), context);
  return [response.status, await response.json(), response.headers.get("cache-control")];
};

it("is ready once a worker is there, and no longer when it has stopped", async () => {
  expect(await ask()).toEqual([503, { status: "unavailable" }, "no-store"]);
  const worker = await openQueues();
  expect(await ask()).toEqual([200, { status: "ok" }, "no-store"]);
  await worker.stop({ graceful: false });
  expect(await ask()).toEqual([503, { status: "unavailable" }, "no-store"]);
});

it("says when its clock is wrong on purpose", async () => {
  vi.stubEnv("CLOCK_OFFSET_FILE", "/tmp/offset");
  vi.resetModules();
  const fresh = (await import("#lib/web/handlers")).handlersOf("/readyz");
  clock.offset = days(3);
  const response = await fresh.GET(new Request("http://localhost:3000/readyz"), context);
  expect(await response.json()).toEqual({ status: "unavailable", clockOffset: days(3) });
});
