import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { at } from "#lib/platform/at";
import { days, hours, after as later, minutes, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedAdoption } from "#seed/adoptions";
import { all, allBut, beginAnew, member, newCoordinator, noon, platform } from "../testing/coverage.ts";
import { publishNewer, publishNotice, someoneAt } from "../testing/pages.ts";
import { countOutdated, listOutdated } from "./list-outdated.ts";
import { recallOlder } from "./remind-now.ts";
import { remindSilent } from "./remind-silent.ts";
import { sendReminders } from "./send-reminders.ts";

const mail = await vi.hoisted(async () => {
  const { startOwnMailbox } = await import("#lib/telling/testing/own-mailbox");
  return startOwnMailbox();
});
afterAll(mail.stop);
const { letters } = mail;

beforeEach(beginAnew);

describe("an older version", () => {
  it("is listed with its page, is told of when the desk says so, and no more once it is replaced", async () => {
    const to = await newCoordinator(member);
    const desk = await platform("moderator");
    const { id, title } = await publishNotice();
    const adoptionId = await seedAdoption(member, id);
    const before = await countOutdated(desk);
    await publishNewer(id);
    await allBut(id, []);
    const rows = await all((cursor) => listOutdated(desk, cursor));
    expect(rows).toHaveLength(await countOutdated(desk));
    expect(rows).toHaveLength(before + 1);
    const [row] = rows;
    expect(row).toMatchObject({
      id: adoptionId,
      memberId: member,
      version: 1,
      currentVersion: 2,
      isRetraction: false,
    });
    // A correction is nobody's duty to be told of by the clock.
    await at(later(startOfDay("2026-12-24"), hours(12)), remindSilent);
    expect(await db.reminder.count({ where: { memberId: member } })).toBe(0);
    expect(await recallOlder(desk, { debunkId: id })).toEqual({
      ok: true,
      reminded: 1,
      already: 0,
      unreachable: 0,
    });
    expect(await recallOlder(desk, { debunkId: id })).toEqual({ ok: false, reason: "ALREADY_TODAY" });
    await sendReminders();
    const [letter] = await letters(to);
    expect(letter?.text).toContain("这些网页上还是旧的内容");
    expect(letter?.text).toContain(title);
    expect(letter?.text).toContain(row?.url);
    await db.adoption.update({ where: { id: adoptionId }, data: { version: 2 } });
    expect(await countOutdated(desk)).toBe(before);
    expect(await recallOlder(desk, { debunkId: id })).toEqual({ ok: false, reason: "NOBODY_OLDER" });
    await expect(recallOlder(await someoneAt(member), { debunkId: id })).rejects.toThrow("FORBIDDEN");
  });

  it("of what was retracted is told of by itself in the next reminder", async () => {
    const to = await newCoordinator(member);
    await at(noon, async () => {
      const { id, title } = await publishNotice();
      await seedAdoption(member, id);
      await publishNewer(id, "retraction");
      await allBut(id, []);
      await remindSilent();
      await sendReminders();
      const [letter] = await letters(to);
      expect(letter?.text).toContain("已经撤回，请撤下");
      expect(letter?.text).toContain(title);
    });
    await at(later(noon, days(15) + minutes(1)), remindSilent);
    expect(await db.reminder.count()).toBe(1);
  });
});
