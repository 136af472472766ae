import { expect, it, vi } from "vitest";

// Nobody listens there; set before the settings are read.
vi.hoisted(() => {
  process.env.DATABASE_URL = "postgresql://postgres@127.0.0.1:9/nothing";
});

import { call, described, post } from "#lib/web/testing/call";
import * as debunks from "../../../app/api/v1/debunks/route.ts";
import * as lookup from "../../../app/api/v1/reports/lookup/route.ts";
import * as reports from "../../../app/api/v1/reports/route.ts";
import * as healthz from "../../../app/healthz/route.ts";
import * as readyz from "../../../app/readyz/route.ts";

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
