import { afterAll, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db";
import { asOwner } from "#lib/platform/testing/as-owner";
import { followChanges } from "./follow-changes.ts";
import { Pages } from "./pages.ts";
import { anAddress, aPage } from "./testing/pages.ts";

const stop = new AbortController();
afterAll(() => stop.abort());

it("makes a page anew when another process published, and everything after the connection was lost", async () => {
  const cache = new Pages();
  const home = anAddress("/", { tags: ["debunks"] });
  const about = anAddress("/about", { tags: [] });
  const holds = () => [home, about].filter(({ key }) => cache.fresh(key)).map(({ key }) => key);
  const fill = () => Promise.all([home, about].map((page) => cache.answer(page, aPage("words"))));
  const following = followChanges(stop.signal, cache);
  await fill();
  expect(holds(), "before anybody tells of changes").toEqual([]);
  await vi.waitFor(() => expect(cache.isTold).toBe(true), { timeout: 60_000, interval: 5 });
  expect(holds(), "what was made before").toEqual([]);
  await fill();
  await db.$executeRaw`SELECT pg_notify('bianzhen_pages', 'stale debunks')`;
  await vi.waitFor(() => expect(holds()).toEqual(["/about"]), { timeout: 60_000, interval: 5 });
  await fill();
  expect(holds()).toEqual(["/", "/about"]);
  await asOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE query LIKE 'LISTEN bianzhen_pages%' AND datname = current_database()`,
  );
  await vi.waitFor(() => expect(holds()).toEqual([]), { timeout: 60_000, interval: 5 });
  await vi.waitFor(() => expect(cache.isTold).toBe(true), { timeout: 60_000, interval: 100 });
  expect(holds()).toEqual([]);
  stop.abort();
  await following;
});
