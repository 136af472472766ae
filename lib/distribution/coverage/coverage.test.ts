import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db";
import { seedAdoption } from "#seed/adoptions";
import { pullDeliveries } from "../pull-deliveries.ts";
import {
  all,
  beginAnew,
  chengdu,
  confirm,
  deliveryOf,
  health,
  member,
  newCoordinator,
  platform,
} from "../testing/coverage.ts";
import { publishNewer, publishNotice, someoneAt } from "../testing/pages.ts";
import { sumOf } from "./figures.ts";
import { listCoveredNotices } from "./list-notices.ts";
import { countOutdated, listOutdated } from "./list-outdated.ts";
import { countSilent, listSilent } from "./list-silent.ts";
import { countByPrefecture, listCovered, loadCovered } from "./load-coverage.ts";
import { coverageStates } from "./states.ts";

beforeEach(beginAnew);

describe("coverage of a notice", () => {
  it("counts exactly the rows that it lists, in every state and place", async () => {
    const { id, slug } = await publishNotice();
    await confirm(member, id);
    await seedAdoption(health, id);
    await publishNewer(id);
    await seedAdoption(chengdu, id, 2);
    await confirm(member, id);
    const desk = await platform("auditor");
    const tiles = await countByPrefecture(desk, id);
    const figures = sumOf(tiles);
    const members = await db.member.count({ where: { tier: { not: "1" } } });
    expect(figures).toMatchObject({ members, has: 1, confirmed: 1, older: 1, silent: members - 1 });
    expect(figures.republished).toBe(2);
    for (const state of [undefined, ...coverageStates]) {
      const rows = await all((cursor) => listCovered(desk, id, { state, prefecture: undefined, cursor }));
      expect(rows, state).toHaveLength(state ? figures[state] : figures.members);
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    }
    for (const tile of tiles.slice(0, 4)) {
      const { prefecture } = tile;
      const rows = await all((cursor) => listCovered(desk, id, { state: "silent", prefecture, cursor }));
      expect(rows, prefecture).toHaveLength(tile.silent);
    }
    const { items } = await listCoveredNotices(desk);
    expect(items.find((item) => item.slug === slug)?.figures).toEqual(figures);
  });

  it("tells how each member came to have it, where it shows it and whom to call", async () => {
    const { id, slug } = await publishNotice();
    const email = await newCoordinator(member);
    await confirm(member, id);
    const cursor = String((await deliveryOf(health, id)).seq);
    await pullDeliveries(health, { cursor, limit: 1 });
    await seedAdoption(member, id);
    const host = `${member}.example.org`;
    await db.widgetDay.create({ data: { host, slug, day: new Date("2026-01-01"), count: 7 } });
    const desk = await platform("moderator");
    const rows = await all((from) =>
      listCovered(desk, id, { state: "has", prefecture: undefined, cursor: from }),
    );
    expect(rows.map((row) => [row.id, row.receivedBy]).toSorted()).toEqual([
      [health, "program"],
      [member, "person"],
    ]);
    expect(rows.find((row) => row.id === member)).toMatchObject({
      contacts: [{ name: "演示·联络员", email }],
      times: 7,
      pages: [{ version: 1, channel: "web" }],
    });
  });

  it("asks the database as often for a few members as for a full page of them", async () => {
    const desk = await platform("moderator");
    const { id } = await publishNotice();
    const statements = async (prefecture?: string) => {
      const query = vi.spyOn(pg.Client.prototype, "query");
      try {
        const { items } = await listCovered(desk, id, { state: undefined, prefecture, cursor: undefined });
        return { rows: items.length, count: query.mock.calls.length };
      } finally {
        query.mockRestore();
      }
    };
    // What the process remembers has been read by then.
    await statements();
    const [few, many] = [await statements("513200"), await statements()];
    expect(few.rows).toBeGreaterThan(5);
    expect(many.rows).toBe(50);
    expect(many.count).toBe(few.count);
    expect(many.count).toBeLessThan(8);
  });

  it("is for the platform desk alone", async () => {
    const { id, slug } = await publishNotice();
    const stranger = await someoneAt(member);
    for (const asked of [
      countByPrefecture(stranger, id),
      listCovered(stranger, id, { state: undefined, prefecture: undefined, cursor: undefined }),
      countSilent(stranger),
      countOutdated(stranger),
      loadCovered(stranger, slug),
      listSilent(stranger, {}),
      listOutdated(stranger),
      listCoveredNotices(stranger),
    ])
      await expect(asked).rejects.toThrow("FORBIDDEN");
    await expect(loadCovered(await platform("moderator"), "nothing")).rejects.toThrow("NOT_FOUND");
  });
});
