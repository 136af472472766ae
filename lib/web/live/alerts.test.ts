import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readAlerts } from "#lib/alerts/read-alerts";
import { asOwner } from "#lib/platform/testing/as-owner";
import { seedAlert } from "#seed/alerts";
import { heardIn, openLive, signedIn } from "../testing/live.ts";
import { followLive } from "./follow-live.ts";
import { liveHub } from "./hub.ts";

const stop = new AbortController();
beforeAll(async () => {
  void followLive(stop.signal);
  await vi.waitFor(() => expect(liveHub().position).not.toBeNull(), { timeout: 60_000, interval: 5 });
});
afterAll(() => stop.abort());

const unreadIn = (text: string) =>
  heardIn(text).flatMap(({ event, data }) => (event === "alerts" ? [data] : []));

it("tells all streams of a person how much they have not read, and nobody else anything of it", async () => {
  const [own, other] = [await signedIn("sc-piyao", "moderator"), await signedIn("sc-piyao", "moderator")];
  const streams = [await openLive(own.cookie), await openLive(own.cookie)];
  const stranger = await openLive(other.cookie);
  for (const stream of [...streams, stranger]) await stream.until("alerts", 0);
  const first = await seedAlert(own.person);
  for (const stream of streams) await stream.until("alerts", 1);
  const second = await seedAlert(own.person);
  for (const stream of streams) await stream.until("alerts", 2);
  await readAlerts(own.actor, { upTo: second });
  for (const stream of streams)
    await vi.waitFor(() => expect(unreadIn(stream.text)).toEqual([0, 1, 2, 0]), {
      timeout: 60_000,
      interval: 5,
    });
  // What is read again changes nothing, and is told to nobody.
  await readAlerts(own.actor, { upTo: second });
  await seedAlert(other.person);
  await stranger.until("alerts", 1);
  expect(unreadIn(stranger.text)).toEqual([0, 1]);
  for (const stream of streams) expect(unreadIn(stream.text)).toEqual([0, 1, 2, 0]);
  for (const { text } of [...streams, stranger])
    for (const id of [first, second, own.person.id]) expect(text).not.toContain(id);
});

it("counts once for all streams of a person, and for nobody who has none", async () => {
  const [own, away] = [await signedIn("sc-piyao", "moderator"), await signedIn("sc-piyao", "moderator")];
  const streams = await Promise.all(Array.from({ length: 5 }, () => openLive(own.cookie)));
  for (const stream of streams) await stream.until("alerts", 0);
  const counted = vi.spyOn(pg.Client.prototype, "query");
  await seedAlert(away.person);
  await seedAlert(own.person);
  for (const stream of streams) await stream.until("alerts", 1);
  const counts = counted.mock.calls.filter(([asked]) =>
    JSON.stringify(asked).includes("FROM alerts WHERE read_at IS NULL"),
  );
  counted.mockRestore();
  expect(counts).toHaveLength(1);
});

it("counts anew what happened while the connection to the database was lost", async () => {
  const own = await signedIn("sc-piyao", "moderator");
  const stream = await openLive(own.cookie);
  await stream.until("alerts", 0);
  await asOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE query LIKE 'LISTEN bianzhen_live%' AND datname = current_database()`,
  );
  await stream.until("hears", false);
  await seedAlert(own.person);
  await stream.until("alerts", 1);
});
