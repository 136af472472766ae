import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { at } from "#lib/platform/at";
import { after, days, hours, minutes, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedAlert } from "#seed/alerts";
import { seedClaim } from "#seed/claims";
import { actorOf, type SeededPerson, seedPerson } from "#seed/people";
import { makeAlertLetters } from "./make-letters.ts";
import { listAlerts } from "./queries.ts";
import { readAlert } from "./read-alerts.ts";
import { saveAlertSettings } from "./save-settings.ts";
import { sendAlertLetters } from "./send-letters.ts";
import type { AlertDigest } from "./vocabulary.ts";

const mail = await vi.hoisted(async () => {
  const { startOwnMailbox } = await import("#lib/telling/testing/own-mailbox");
  return startOwnMailbox();
});
afterAll(mail.stop);

beforeEach(async () => {
  await db.alert.deleteMany();
  await db.alertLetter.deleteMany();
});

const midnight = startOfDay("2026-03-02");
const clock = (hour: number, minute = 0) => after(midnight, hours(hour) + minutes(minute));

const someone = () => seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] });
const choose = (person: SeededPerson, digest: AlertDigest, hour = 8, locale: "zh-CN" | "en" = "zh-CN") =>
  saveAlertSettings(actorOf(person), { digest, hour, locale });

async function alertAt(moment: Date, person: SeededPerson) {
  const claim = await seedClaim();
  const { number } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  const id = await at(moment, () => seedAlert(person, { kind: "asked-again", claimId: claim.id }));
  return { id, number, wording: claim.story.wording };
}

/** What happens every minute, and whoever it wakes. */
const postAt = (moment: Date) =>
  at(moment, async () => {
    await makeAlertLetters();
    await makeAlertLetters();
    await sendAlertLetters();
  });

const lettersOf = ({ email }: SeededPerson) => mail.letters(email);

it("is one letter a day at its hour, with numbers and links and nothing that a claim says", async () => {
  const person = await someone();
  const one = await alertAt(clock(7), person);
  await postAt(clock(7, 59));
  expect(await lettersOf(person)).toEqual([]);
  const late = await alertAt(clock(8, 1), person);
  await postAt(clock(8, 2));
  await postAt(clock(9));
  const [letter, ...more] = await lettersOf(person);
  expect(more).toEqual([]);
  expect(letter?.subject).toContain("2 条未读提醒");
  expect(letter?.text).toContain(`已经关闭的传言又有很多人问（传言 #${one.number}）`);
  for (const { id, wording } of [one, late]) {
    expect(letter?.text).toContain(`http://localhost:3000/desk/alerts/${id}`);
    expect(letter?.text).not.toContain(wording);
  }
  // What a letter has told no other tells, though it is unread still.
  await postAt(after(clock(8, 2), days(1)));
  expect(await lettersOf(person)).toHaveLength(1);
  const next = await alertAt(after(clock(10), days(1)), person);
  await postAt(after(clock(8, 2), days(2)));
  const [, second] = await lettersOf(person);
  expect(second?.text).toContain(next.id);
  expect(second?.text).not.toContain(one.id);
});

it("comes every hour, in English or not at all, as its person has chosen", async () => {
  const [hourly, never, evening] = [await someone(), await someone(), await someone()];
  await choose(hourly, "hourly", 8, "en");
  await choose(never, "off");
  await choose(evening, "daily", 20);
  for (const person of [hourly, never, evening]) await alertAt(clock(9, 30), person);
  await postAt(clock(9, 45));
  expect(await lettersOf(hourly)).toEqual([]);
  await postAt(clock(10));
  const [letter] = await lettersOf(hourly);
  expect(letter?.subject).toContain("Unread alerts: 1");
  expect(letter?.text).toContain("/en/desk/alerts/");
  await alertAt(clock(10, 1), hourly);
  await postAt(clock(10, 59));
  expect(await lettersOf(hourly)).toHaveLength(1);
  await postAt(clock(11));
  expect(await lettersOf(hourly)).toHaveLength(2);
  expect(await lettersOf(evening)).toEqual([]);
  await postAt(clock(20));
  expect(await lettersOf(evening)).toHaveLength(1);
  expect(await lettersOf(never)).toEqual([]);
});

it("is not sent when all was read meanwhile, or may be seen no longer", async () => {
  const [reader, moved] = [await someone(), await someone()];
  const { id } = await alertAt(clock(7), reader);
  await alertAt(clock(7), moved);
  await at(clock(8), makeAlertLetters);
  await readAlert(actorOf(reader), { alertId: id });
  await db.membership.updateMany({
    where: { userId: moved.id },
    data: { role: "writer", memberId: "dept-health" },
  });
  await at(clock(8), sendAlertLetters);
  for (const person of [reader, moved]) {
    expect(await lettersOf(person)).toEqual([]);
    expect(await db.alertLetter.findFirstOrThrow({ where: { userId: person.id } })).toMatchObject({
      sentAt: null,
      failure: "outdated",
    });
  }
  // Nor is it looked for again every hour.
  await postAt(after(clock(8), days(1)));
  expect(await db.alertLetter.count({ where: { userId: moved.id } })).toBe(1);
});

it("has one name, however often it is sent, and tells nothing twice after a crash", async () => {
  const person = await someone();
  await alertAt(clock(7), person);
  await postAt(clock(8));
  // As a worker leaves it that is killed after the server took the letter.
  await db.alertLetter.updateMany({ where: { userId: person.id }, data: { sentAt: null } });
  await db.alert.updateMany({ where: { userId: person.id }, data: { mailedAt: null } });
  await at(clock(8, 1), sendAlertLetters);
  const [first, again, ...more] = await lettersOf(person);
  expect(more).toEqual([]);
  expect(again?.messageId).toBe(first?.messageId);
  await postAt(clock(9));
  expect(await lettersOf(person)).toHaveLength(2);
});

it("lists twenty and counts the others, and two workers send it once", async () => {
  const person = await someone();
  const claim = await seedClaim();
  await at(clock(7), async () => {
    for (let count = 0; count < 23; count += 1)
      await seedAlert(person, { kind: "asked-again", claimId: claim.id });
  });
  await at(clock(8), () => Promise.all([makeAlertLetters(), makeAlertLetters()]));
  await at(clock(8), () => Promise.all([sendAlertLetters(), sendAlertLetters()]));
  const [letter, ...more] = await lettersOf(person);
  expect(more).toEqual([]);
  expect(letter?.text?.match(/\/desk\/alerts\/[0-9a-f-]{36}/g)).toHaveLength(20);
  expect(letter?.text).toContain("另有 3 条");
  expect((await listAlerts(actorOf(person), { show: "unread" })).items).toHaveLength(23);
});
