import pg from "pg";
import { afterAll, expect, it, vi } from "vitest";
import { newId } from "#lib/platform/id";
import { caughtUp, happen, openLive, signedIn } from "../testing/live.ts";
import { followLive } from "./follow-live.ts";
import { liveHub } from "./hub.ts";

const stop = new AbortController();
afterAll(() => stop.abort());

it("five hundred open streams ask the database nothing, and an event asks it once for all", async () => {
  void followLive(stop.signal);
  await vi.waitFor(() => expect(liveHub().position).not.toBeNull(), { timeout: 60_000, interval: 5 });
  const streams = [];
  for (let person = 0; person < 20; person += 1) {
    const { cookie } = await signedIn("sc-piyao", "moderator");
    streams.push(...(await Promise.all(Array.from({ length: 25 }, () => openLive(cookie)))));
  }
  await Promise.all(streams.map((stream) => stream.until("hello")));
  const marker = newId();
  await happen(marker);
  await streams[0]?.untilClaim(marker);
  expect(liveHub().size).toBe(500);
  await caughtUp();
  const asked = vi.spyOn(pg.Client.prototype, "query");
  for (let minute = 0; minute < 3; minute += 1) await liveHub().beat();
  await Promise.all(streams.map((stream) => stream.until("beat")));
  expect(asked).not.toHaveBeenCalled();
  const claim = newId();
  await happen(claim);
  const own = asked.mock.calls.length;
  await Promise.all(streams.map((stream) => stream.untilClaim(claim)));
  expect(asked.mock.calls.length - own).toBe(1);
});
