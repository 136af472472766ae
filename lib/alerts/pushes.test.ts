import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { changeRoles } from "#lib/members/change-roles";
import { removePerson } from "#lib/members/remove-person";
import { at } from "#lib/platform/at";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { startPushService } from "#lib/telling/testing/push-service";
import { eventOf } from "#lib/telling/testing/to-tell";
import { seedAlert } from "#seed/alerts";
import { seedClaim } from "#seed/claims";
import { actorOf, type SeededPerson, seedPerson } from "#seed/people";
import { addBrowser } from "./add-browser.ts";
import { readAlerts } from "./read-alerts.ts";
import { removeBrowser } from "./remove-browser.ts";
import { sendAlertPushes } from "./send-pushes.ts";
import { tellInside } from "./tell-inside.ts";
import { testBrowser } from "./test-browser.ts";

vi.hoisted(() => {
  process.env.PUSH_TO_LOOPBACK = "1";
});

const service = startPushService();
beforeAll(service.ready);
afterAll(service.stop);
beforeEach(() => db.alertBrowser.deleteMany());

const platform = "sc-piyao";
const onDuty = () => seedPerson({ roles: [{ memberId: platform, role: "duty-editor" }] });

/** A browser in which a person wants to be told. */
async function register(person: SeededPerson, path: string = newId()) {
  const device = service.browser(path);
  const input = { subscription: device.subscription, name: "Chrome · Linux", locale: "zh-CN" } as const;
  expect(await addBrowser(actorOf(person), input)).toEqual({ ok: true });
  const browser = await db.alertBrowser.findFirstOrThrow({
    where: { userId: person.id },
    orderBy: { id: "desc" },
  });
  const sent = () => service.pushed.filter((one) => one.path === `/${path}`);
  return { ...device, id: browser.id, input, sent, read: () => sent().map(({ body }) => device.read(body)) };
}

async function danger(urgency: "P0" | "P1" = "P0") {
  const claim = await seedClaim({ urgency });
  const event = await eventOf({ type: "claim.received", claimId: claim.id });
  const { number } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  return { claim, event, number };
}

it("pushes a P0 claim at once, once, with its class and number alone, and nothing below P0", async () => {
  const [person, { claim, event, number }] = [await onDuty(), await danger()];
  const browser = await register(person);
  await Promise.all([tellInside(event), tellInside(event)]);
  await tellInside((await danger("P1")).event);
  const asked = await seedAlert(person, { kind: "asked-again", claimId: claim.id });
  await Promise.all([sendAlertPushes(), sendAlertPushes()]);
  const alert = await db.alert.findFirstOrThrow({ where: { userId: person.id, NOT: { id: asked } } });
  const url = `http://localhost:3000/desk/alerts/${alert.id}`;
  expect(browser.read()).toEqual([{ title: `P0 紧急传言 #${number}`, url }]);
  expect(browser.sent()[0]?.headers).toMatchObject({ urgency: "high" });
  const stored = await db.alertBrowser.findUniqueOrThrow({ where: { id: browser.id } });
  expect(Buffer.from(stored.sealed).toString("latin1")).not.toContain("127.0.0.1");
});

it("pushes nothing that was read meanwhile, that comes too late, or that its person may know no longer", async () => {
  const [reader, late, moved, staying] = await Promise.all([onDuty(), onDuty(), onDuty(), onDuty()]);
  const browsers = await Promise.all([reader, late, moved, staying].map((person) => register(person)));
  const { event } = await danger();
  await tellInside(event);
  const { id } = await db.alert.findFirstOrThrow({ where: { userId: reader.id } });
  await readAlerts(actorOf(reader), { upTo: id });
  const admin = actorOf(await seedPerson({ roles: [{ memberId: platform, role: "admin" }] }));
  await changeRoles(admin, { userId: moved.id, memberId: platform, roles: ["auditor"] });
  await db.alert.updateMany({ where: { userId: late.id }, data: { at: after(now(), -hours(5)) } });
  await sendAlertPushes();
  expect(browsers.map((browser) => browser.sent().length)).toEqual([0, 0, 0, 1]);
});

it("forgets a browser that has gone, and comes back to a service that is busy", async () => {
  const [left, busy] = await Promise.all([onDuty(), onDuty()]);
  const [gone, waiting] = [await register(left, `gone-${newId()}`), await register(busy, `busy-${newId()}`)];
  await tellInside((await danger()).event);
  await sendAlertPushes();
  expect(await db.alertBrowser.findUnique({ where: { id: gone.id } })).toBeNull();
  expect(await db.alertPush.findFirstOrThrow({ where: { browserId: waiting.id } })).toMatchObject({
    sentAt: null,
    failedAt: null,
    attempts: 1,
  });
  await at(after(now(), hours(1)), sendAlertPushes);
  expect(waiting.sent()).toHaveLength(2);
});

it("belongs to whoever turned it on last, and nobody else takes it away or tests it", async () => {
  const [first, second] = [await onDuty(), await onDuty()];
  const browser = await register(first);
  for (const forged of [removeBrowser, testBrowser])
    await expect(forged(actorOf(second), { browserId: browser.id })).rejects.toThrow("NOT_FOUND");
  expect(await testBrowser(actorOf(first), { browserId: browser.id })).toEqual({ ok: true });
  expect(browser.read()).toEqual([
    { title: "提醒可以收到了", url: "http://localhost:3000/desk/alerts/settings" },
  ]);
  // What was on its way to the first person does not reach the second.
  await tellInside((await danger()).event);
  expect(await addBrowser(actorOf(second), browser.input)).toEqual({ ok: true });
  await sendAlertPushes();
  expect(browser.sent()).toHaveLength(1);
  expect(await db.alertBrowser.findMany({ where: { userId: first.id } })).toEqual([]);
  const admin = actorOf(await seedPerson({ roles: [{ memberId: platform, role: "admin" }] }));
  await removePerson(admin, { userId: second.id, memberId: platform });
  expect(await db.alertBrowser.count({ where: { userId: second.id } })).toBe(0);
  expect(await addBrowser(actorOf(second), browser.input)).toEqual({ ok: true });
  expect(await db.alertBrowser.count({ where: { userId: second.id } })).toBe(0);
});

it("is tested a few times a minute, and says when the browser has unsubscribed", async () => {
  const person = await onDuty();
  const browser = await register(person);
  for (let count = 0; count < 5; count += 1)
    expect(await testBrowser(actorOf(person), { browserId: browser.id })).toEqual({ ok: true });
  await expect(testBrowser(actorOf(person), { browserId: browser.id })).rejects.toThrow("RATE_LIMITED");
  const other = await onDuty();
  const gone = await register(other, `gone-${newId()}`);
  expect(await testBrowser(actorOf(other), { browserId: gone.id })).toEqual({
    ok: false,
    reason: "BROWSER_GONE",
  });
  expect(await db.alertBrowser.count({ where: { id: gone.id } })).toBe(0);
});

it("sends nothing into the network of the server, and ten browsers of a person are enough", async () => {
  const person = await onDuty();
  const { subscription } = service.browser("x");
  const inside = { ...subscription, endpoint: "https://169.254.169.254/latest" };
  const input = { name: "x", locale: "en" } as const;
  expect(await addBrowser(actorOf(person), { ...input, subscription: inside })).toEqual({
    ok: false,
    reason: "NOT_POSSIBLE",
  });
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, turn) =>
      addBrowser(actorOf(person), { ...input, subscription: service.browser(`many-${turn}`).subscription }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
  expect(await db.alertBrowser.count({ where: { userId: person.id } })).toBe(10);
});
