import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Actor } from "#lib/access/actor";
import { closeClaim } from "#lib/claims/close-claim";
import { days, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { confirmFollower } from "./confirm-follower.ts";
import { dropOldFollowers } from "./drop-old-followers.ts";
import { followClaim } from "./follow-claim.ts";
import { sendNotifications } from "./send-notifications.ts";
import { tellOfClaim } from "./tell-people.ts";
import { eventOf, newAddress, published, sendLater } from "./testing/to-tell.ts";
import { unsubscribe } from "./unsubscribe.ts";

const mail = await vi.hoisted(async () => {
  const { startOwnMailbox } = await import("./testing/own-mailbox.ts");
  return startOwnMailbox();
});
afterAll(mail.stop);
const { letters } = mail;

let moderator: Actor;
beforeAll(async () => {
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
});

const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds);

const tokenIn = (text: string | undefined, path: string) =>
  new RegExp(`${path}\\?token=([\\w.-]+)`).exec(text ?? "")?.[1] ?? "";

it("starts with the link in the first letter, which is all that is sent before", async () => {
  const to = newAddress();
  const claim = await seedClaim({ status: "verifying" });
  const input = { claimId: claim.id, email: to, locale: "en" as const };
  const answers = [await followClaim(input), await followClaim(input)];
  expect(answers).toEqual([
    { ok: true, by: "email" },
    { ok: true, by: "email" },
  ]);
  await sendNotifications();
  const [letter, ...others] = await letters(to);
  expect(others).toEqual([]);
  expect(letter?.subject).toContain("Please confirm");
  const token = tokenIn(letter?.text, "/en/follow/confirm");
  expect(await confirmFollower(`${token}x`)).toEqual({ ok: false });
  expect(await db.follower.count({ where: { claimId: claim.id, confirmedAt: { not: null } } })).toBe(0);
  expect(await confirmFollower(token)).toEqual({ ok: true });
  expect(await followClaim(input)).toEqual({ ok: true, by: "email" });
  expect(await db.follower.count({ where: { claimId: claim.id } })).toBe(1);
  const note = { closing: "not-checkable", note: "没有办法核实。" } as const;
  await closeClaim(moderator, { claimId: claim.id, version: claim.version, ...note });
  await tellOfClaim(await eventOf({ type: "claim.closed", claimId: claim.id }));
  await sendLater();
  const [, news] = await letters(to);
  expect(news?.text).toContain("http://localhost:3000/en/track");
  expect(news?.text).toContain("没有办法核实。");
});

it("sends an address three such letters a day at most, whoever types it", async () => {
  const to = newAddress();
  for (let at = 0; at < 5; at += 1) {
    const { id } = await seedClaim({ status: "triaged" });
    expect(await followClaim({ claimId: id, email: to, locale: "zh-CN" })).toEqual({
      ok: true,
      by: "email",
    });
  }
  await sendNotifications();
  expect(await letters(to)).toHaveLength(3);
  // The same mailbox by other names.
  const [name, host] = to.split("@");
  for (const other of [`${name}+1@${host}`, `${name}+a+b@${host}`, to.toUpperCase()]) {
    const { id } = await seedClaim({ status: "triaged" });
    await followClaim({ claimId: id, email: other, locale: "zh-CN" });
    await sendNotifications();
    expect(await letters(other)).toEqual([]);
  }
});

it.each(["received", "opinion"] as const)("is not offered for a claim that is %s", async (status) => {
  const { id } = await seedClaim({ status });
  const outcome = await followClaim({ claimId: id, email: newAddress(), locale: "zh-CN" });
  expect(outcome).toEqual({ ok: false, reason: "NOT_FOLLOWABLE" });
});

it("is forgotten when it was not confirmed in two days", async () => {
  const { id } = await seedClaim({ status: "triaged" });
  await followClaim({ claimId: id, email: newAddress(), locale: "zh-CN" });
  await db.follower.updateMany({ where: { claimId: id }, data: { createdAt: ago(days(1)) } });
  await dropOldFollowers();
  expect(await db.follower.count({ where: { claimId: id } })).toBe(1);
  await db.follower.updateMany({ where: { claimId: id }, data: { createdAt: ago(hours(49)) } });
  await dropOldFollowers();
  expect(await db.follower.count({ where: { claimId: id } })).toBe(0);
});

it("ends with one click, and with it the contacts of the same address", async () => {
  const to = newAddress();
  const { claim, event } = await published(to);
  await tellOfClaim(event);
  await followClaim({ claimId: claim.id, email: to, locale: "zh-CN" });
  await sendNotifications();
  const all = await letters(to);
  const token = tokenIn(all.at(-1)?.text, "/unsubscribe");
  expect(await unsubscribe(token.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).toBe(false);
  expect(await unsubscribe(token)).toBe(true);
  expect(await unsubscribe(token)).toBe(true);
  expect(await db.follower.count({ where: { claimId: claim.id } })).toBe(0);
  expect(await db.reportContact.count({ where: { reportId: claim.reports[0]?.id ?? "" } })).toBe(0);
  await tellOfClaim({ ...event, id: newId() });
  await sendNotifications();
  expect(await letters(to)).toHaveLength(all.length);
});
