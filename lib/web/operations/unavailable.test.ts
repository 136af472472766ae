import { expect, it, vi } from "vitest";

// Nobody listens there; set before the settings are read.
vi.hoisted(() => {
  process.env.DATABASE_URL = "postgresql://postgres@127.0.0.1:9/nothing";
});

import { handlersOf } from "#lib/web/handlers";
import { call, described, post } from "#lib/web/testing/call";

const debunks = handlersOf("/api/v1/debunks");
const lookup = handlersOf("/api/v1/reports/lookup");
const reports = handlersOf("/api/v1/reports");
const healthz = handlersOf("/healthz");
const readyz = handlersOf("/readyz");

it("answers 503 with a time to try again while the database is down", async () => {
  const receipt = "0000-0000-0000-0000-0000-0000";
  const answers = [
    ["get", "/api/v1/debunks", await call(debunks.GET, "/api/v1/debunks")],
    ["post", "/api/v1/reports", await post(reports.POST, "/api/v1/reports", { text: "停水" })],
    ["post", "/api/v1/reports/lookup", await post(lookup.POST, "/api/v1/reports/lookup", { receipt })],
  ] as const;
  for (const [method, path, response] of answers) {
    expect([path, response.status]).toEqual([path, 503]);
    expect(response.headers.get("retry-after")).toBe("5");
    const body = JSON.stringify(await described(response, method, path));
    expect(body).not.toMatch(/127\.0\.0\.1|ECONN|prisma/i);
  }
});

it("is alive but not ready", async () => {
  expect(await (await call(healthz.GET, "/healthz")).json()).toEqual({ status: "ok" });
  const ready = await call(readyz.GET, "/readyz");
  expect([ready.status, await ready.json()]).toEqual([503, { status: "unavailable" }]);
});
