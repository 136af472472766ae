import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { at } from "#lib/platform/at";
import { days, hours, after as later, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import {
  all,
  allBut,
  beginAnew,
  confirm,
  deliveryOf,
  health,
  member,
  newCoordinator,
  noon,
  platform,
} from "../testing/coverage.ts";
import { publishNewer, publishNotice, someoneAt } from "../testing/pages.ts";
import { countSilent, listSilent } from "./list-silent.ts";
import { makeReminders } from "./make-reminders.ts";
import { remindNow } from "./remind-now.ts";
import { remindSilent } from "./remind-silent.ts";
import { networkFilterSchema } from "./schema.ts";
import { sendReminders } from "./send-reminders.ts";

const mail = await vi.hoisted(async () => {
  const { startOwnMailbox } = await import("#lib/telling/testing/own-mailbox");
  return startOwnMailbox();
});
afterAll(mail.stop);
const { letters } = mail;

beforeEach(beginAnew);

describe("silence", () => {
  it("is listed the longest first, with since when and about how much, and only of the last 14 days", async () => {
    const desk = await platform("moderator");
    const [old, first, second] = await Promise.all([
      at(later(noon, -days(15)), publishNotice),
      at(later(noon, -days(10)), publishNotice),
      at(later(noon, -days(2)), publishNotice),
    ]);
    await at(noon, async () => {
      for (const { id } of [old, first]) await allBut(id, [member]);
      await allBut(second.id, [member, health]);
      const items = await all((cursor) =>
        listSilent(desk, { cursor: parsed(cursor), prefecture: undefined }),
      );
      expect(items.map(({ id, notices }) => [id, notices])).toEqual([
        [member, 2],
        [health, 1],
      ]);
      expect(items[0]?.since).toEqual((await deliveryOf(member, first.id)).createdAt);
      // It has the two before; tests that ran earlier may have had later signs of it.
      expect(items[1]?.lastSign?.getTime()).toBeGreaterThanOrEqual(now().getTime());
      const tiles = await countSilent(desk);
      expect(tiles.reduce((sum, { silent }) => sum + silent, 0)).toBe(items.length);
      // What was corrected is waited for in its newest version alone.
      await publishNewer(first.id);
      await confirm(member, first.id);
      await allBut(first.id, []);
      expect((await listSilent(desk, {})).items).toMatchObject([{ notices: 1 }, { notices: 1 }]);
    });
  });
});

const parsed = (cursor?: string) => {
  if (cursor === undefined) return undefined;
  const filter = networkFilterSchema.parse({ view: "silent", cursor });
  return filter.view === "silent" ? filter.cursor : undefined;
};

describe("a reminder", () => {
  it("is one letter a member and day with everything of 14 days and nothing older, to its coordinators", async () => {
    const [one, two] = [await newCoordinator(member), await newCoordinator(member)];
    const notices = await Promise.all(
      [15, 13, 3, 0].map((age) => at(later(noon, -days(age)), publishNotice)),
    );
    await at(noon, async () => {
      await remindSilent();
      await remindSilent();
      await sendReminders();
      await sendReminders();
    });
    const [letter, ...more] = await letters(one);
    expect(more).toEqual([]);
    // Colleagues get it together.
    expect([letter?.to].flat().map((to) => to?.text)).toEqual([[one, two].toSorted().join(", ")].flat());
    expect(letter?.text).toContain("你是封面新闻（华西都市报）的联络员");
    const [old, ...waiting] = notices;
    expect(letter?.text).not.toContain(old?.title);
    for (const { title } of waiting) expect(letter?.text).toContain(title);
    expect(letter?.headers.has("list-unsubscribe")).toBe(false);
    expect(await db.reminder.findMany()).toMatchObject([{ memberId: member, attempts: 0, failedAt: null }]);
    // The next day it is told of again.
    await at(later(noon, days(1)), async () => {
      await remindSilent();
      await sendReminders();
    });
    expect(await letters(one)).toHaveLength(2);
  });

  it("comes when people are at work, and not for what is a few hours old", async () => {
    const to = await newCoordinator(member);
    const { id } = await at(later(noon, -hours(30)), publishNotice);
    await allBut(id, [member]);
    for (const hour of [3, 8, 18, 23]) await at(later(startOfDay("2026-03-02"), hours(hour)), remindSilent);
    expect(await db.reminder.count()).toBe(0);
    await at(later(noon, -hours(10)), remindSilent);
    expect(await db.reminder.count()).toBe(0);
    await at(noon, remindSilent);
    expect(await db.reminder.count()).toBe(1);
    // What was done meanwhile needs no letter.
    await at(noon, async () => {
      await confirm(member, id);
      await sendReminders();
    });
    expect(await letters(to)).toEqual([]);
    expect(await db.reminder.findFirst()).toMatchObject({ failure: "outdated" });
  });

  it("that could not leave on its day never leaves: the next one tells everything", async () => {
    const to = await newCoordinator(member);
    await at(later(noon, -days(2)), publishNotice);
    mail.refusals.set(to, 451);
    await at(noon, async () => {
      await remindSilent();
      await sendReminders();
    });
    expect(await db.reminder.findFirst()).toMatchObject({ attempts: 1, sentAt: null, error: "SMTP-451" });
    mail.refusals.clear();
    await at(later(noon, days(1)), async () => {
      await remindSilent();
      await sendReminders();
    });
    expect(await letters(to)).toHaveLength(1);
    const rows = await db.reminder.findMany({ orderBy: { day: "asc" } });
    expect(rows.map(({ failure, sentAt }) => [failure, sentAt !== null])).toEqual([
      ["outdated", false],
      [null, true],
    ]);
  });

  it("is one a day for the database as well, and leaves on its day", async () => {
    await at(noon, async () => {
      const row = { memberId: member, day: new Date("2026-03-02"), createdAt: now(), dueAt: now() };
      await db.reminder.create({ data: { id: newId(), ...row } });
      await expect(db.reminder.create({ data: { id: newId(), ...row } })).rejects.toThrow(/Unique/);
      const late = db.reminder.updateMany({ data: { sentAt: later(noon, days(1)) } });
      await expect(late).rejects.toThrow(/reminders_on_their_day/);
    });
  });

  it("is sent now when the desk says so, and not twice: it is said how many were reached", async () => {
    const [to] = [await newCoordinator(member)];
    const desk = await platform("duty-editor");
    const { id, claimId } = await publishNotice();
    await allBut(id, [member, health]);
    expect(await remindNow(desk, { debunkId: id })).toEqual({
      ok: true,
      reminded: 1,
      already: 0,
      unreachable: 1,
    });
    expect(await remindNow(desk, { debunkId: id })).toEqual({ ok: false, reason: "ALREADY_TODAY" });
    await sendReminders();
    expect(await letters(to)).toHaveLength(1);
    expect(await db.reminder.findFirst()).toMatchObject({
      createdById: desk.userId,
      sentAt: expect.any(Date),
    });
    await confirm(member, id);
    await db.reminder.deleteMany();
    expect(await remindNow(desk, { debunkId: id })).toEqual({ ok: false, reason: "UNREACHABLE" });
    await confirm(health, id);
    expect(await remindNow(desk, { debunkId: id })).toEqual({ ok: false, reason: "NOBODY_SILENT" });
    const old = await at(later(now(), -days(15)), publishNotice);
    expect(await remindNow(desk, { debunkId: old.id })).toEqual({ ok: false, reason: "TOO_OLD" });
    await expect(remindNow(await platform("auditor"), { debunkId: id })).rejects.toThrow("FORBIDDEN");
    await expect(remindNow(await someoneAt(member), { debunkId: id })).rejects.toThrow("FORBIDDEN");
    const [event] = await db.event.findMany({
      where: { claimId, type: "coverage.reminded" },
      orderBy: { seq: "asc" },
    });
    expect(event?.data).toMatchObject({ reminded: 1, unreachable: 1 });
  });

  it("that did not leave can still be the one of the day, and the desk sees that it did not", async () => {
    const to = await newCoordinator(member);
    const desk = await platform("duty-editor");
    const { id } = await publishNotice();
    await allBut(id, [member]);
    mail.refusals.set(to, "550 5.1.1 no such mailbox");
    expect(await remindNow(desk, { debunkId: id })).toMatchObject({ ok: true, reminded: 1 });
    const stateNow = async () =>
      (await listSilent(desk, {})).items.find((row) => row.id === member)?.reminder?.state;
    expect(await stateNow()).toBe("waiting");
    await sendReminders();
    expect(await stateNow()).toBe("failed");
    // By the clock it would come again every hour.
    await makeReminders([member], null);
    expect(await db.reminder.count({ where: { failure: "refused" } })).toBe(1);
    mail.refusals.clear();
    expect(await remindNow(desk, { debunkId: id })).toMatchObject({ ok: true, reminded: 1 });
    await sendReminders();
    expect(await letters(to)).toHaveLength(1);
    expect(await stateNow()).toBe("sent");
    expect(await remindNow(desk, { debunkId: id })).toMatchObject({ reason: "ALREADY_TODAY" });
  });

  it("of two that are asked for at once one is made", async () => {
    await newCoordinator(member);
    const desk = await platform("duty-editor");
    const { id } = await publishNotice();
    await allBut(id, [member]);
    const outcomes = await Promise.all([1, 2, 3].map(() => remindNow(desk, { debunkId: id })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.reminder.count()).toBe(1);
  });
});
