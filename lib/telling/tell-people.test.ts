import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import type { WorkedEvent } from "#lib/audit/run-reactions";
import { closeClaim } from "#lib/claims/close-claim";
import { mergeClaim } from "#lib/claims/merge-claim";
import { askReporter } from "#lib/claims/talk/ask-reporter";
import { replyByReceipt } from "#lib/claims/talk/reply-by-receipt";
import { days, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { readLetters } from "#lib/platform/testing/mailbox";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { confirmFollower } from "./confirm-follower.ts";
import { dropOldFollowers } from "./drop-old-followers.ts";
import { followClaim } from "./follow-claim.ts";
import { sendNotifications } from "./send-notifications.ts";
import { tellLatecomer, tellMerged, tellOfClaim, tellOfQuestion } from "./tell-people.ts";
import { unsubscribe } from "./unsubscribe.ts";

const mail = await vi.hoisted(async () => {
  const { mkdtempSync } = await import("node:fs");
  const { startMailbox } = await import("#lib/platform/testing/mailbox");
  const directory = mkdtempSync(`${process.env.TMPDIR}/letters-`);
  const box = await startMailbox(directory);
  process.env.SMTP_URL = `smtp://127.0.0.1:${box.port}`;
  process.env.MAIL_FROM = "辨真 <desk@bz.example>";
  return { directory, ...box };
});
afterAll(mail.stop);

let moderator: Awaited<ReturnType<typeof actorOf>>;
beforeAll(async () => {
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
});

const address = () => `reader-${newId().slice(-12)}@example.org`;
const letters = (to: string) => readLetters(mail.directory, to);

/** The newest event of a kind, as the worker would be given it. */
async function eventOf(where: {
  type: WorkedEvent["type"];
  claimId?: string;
  subjectId?: string;
}): Promise<WorkedEvent> {
  return db.event.findFirstOrThrow({
    where,
    orderBy: { seq: "desc" },
    select: { id: true, type: true, subjectId: true, claimId: true },
  });
}

const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds);

/** As if the last letters had gone out a while ago. */
const anHourLater = async () => {
  await db.$executeRaw`UPDATE notifications SET sent_at = sent_at - interval '61 minutes', due_at = due_at - interval '61 minutes'`;
};

async function asked(email: string) {
  const claim = await seedClaim({ status: "verifying", reports: [{ text: "村口的井水变红了", email }] });
  const [report] = claim.reports;
  if (!report) throw new Error("no report");
  const outcome = await askReporter(moderator, { reportId: report.id, text: "哪一天看到的？" });
  expect(outcome).toEqual({ ok: true });
  await tellOfQuestion(await eventOf({ type: "report.questioned", subjectId: report.id }));
  return { claim, report };
}

async function published(email: string, status: "published" | "corrected" = "published") {
  const claim = await seedClaim({ status, reports: [{ text: "网传停水", email }] });
  const event = await eventOf({ type: "debunk.published", claimId: claim.id });
  return { claim, event };
}

describe("a question", () => {
  it("is told without the question, the receipt or the report", async () => {
    const to = address();
    const { report } = await asked(to);
    await sendNotifications();
    const [letter, ...others] = await letters(to);
    expect(others).toEqual([]);
    const whole = `${letter?.subject} ${letter?.text} ${letter?.html}`;
    expect(letter?.subject).toContain("我们有一个问题想请教你");
    expect(whole).toContain("http://localhost:3000/track");
    for (const secret of ["哪一天看到的", "井水", report.receipt, report.id.slice(0, 8)]) {
      expect(letter?.text?.split("--")[0]).not.toContain(secret);
    }
    expect(letter?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(letter?.headers.get("list")).toMatchObject({
      unsubscribe: { url: expect.stringContaining("/api/v1/unsubscribe?token=") },
    });
    expect(letter?.from?.value).toEqual([{ name: "辨真", address: "desk@bz.example" }]);
  });

  it("that was answered before the letter went out is not told any more", async () => {
    const to = address();
    const { report } = await asked(to);
    await replyByReceipt({ receipt: report.receipt, text: "昨天" });
    await sendNotifications();
    expect(await letters(to)).toEqual([]);
  });
});

describe("an answer", () => {
  it("is told once, however often the event is worked on", async () => {
    const to = address();
    const { claim, event } = await published(to);
    await Promise.all([tellOfClaim(event), tellOfClaim(event), tellOfClaim(event)]);
    await Promise.all([sendNotifications(), sendNotifications()]);
    await tellOfClaim(event);
    await sendNotifications();
    const found = await letters(to);
    expect(found).toHaveLength(1);
    expect(found[0]?.text).toContain(`http://localhost:3000/debunks/${claim.debunk?.slug}`);
  });

  it("and what follows within the hour are two letters, the second with all of it", async () => {
    const to = address();
    const first = await published(to);
    await tellOfClaim(first.event);
    await sendNotifications();
    for (const { event } of [await published(to), await published(to)]) await tellOfClaim(event);
    await sendNotifications();
    expect(await letters(to)).toHaveLength(1);
    await anHourLater();
    await sendNotifications();
    const [, digest, ...others] = await letters(to);
    expect(others).toEqual([]);
    expect(digest?.subject).toContain("2 件事");
  });

  it("reaches those who asked in a claim that was merged", async () => {
    const to = address();
    const target = await seedClaim({ status: "published" });
    const claim = await seedClaim({ status: "triaged", reports: [{ text: "同一件事", email: to }] });
    const input = { claimId: claim.id, version: claim.version, intoNumber: target.number, reason: "相同" };
    expect(await mergeClaim(moderator, input)).toEqual({ ok: true });
    await tellMerged(await eventOf({ type: "claim.merged", claimId: claim.id }));
    await sendNotifications();
    const [letter] = await letters(to);
    expect(letter?.text).toContain(`/debunks/${target.debunk?.slug}`);
  });

  it("is told to somebody whose report comes too late for it, and to nobody else again", async () => {
    const [early, late] = [address(), address()];
    const claim = await seedClaim({
      status: "published",
      reports: [
        { text: "网传停气", email: early },
        { text: "听说停气", email: late },
      ],
    });
    const subjectId = claim.reports[1]?.id ?? "";
    await tellLatecomer({ id: newId(), type: "report.joined", subjectId, claimId: claim.id });
    await sendNotifications();
    // The event itself was never stored: what it means cannot be told.
    expect(await letters(late)).toEqual([]);
    const by = { actor: system, subjectId, claimId: claim.id };
    await db.$transaction((tx) => recordEvent(tx, { type: "report.joined", ...by }));
    await tellLatecomer(await eventOf({ type: "report.joined", subjectId }));
    await sendNotifications();
    expect(await letters(late)).toHaveLength(1);
    expect(await letters(early)).toEqual([]);
  });

  it("and its correction are told as the notice stands now", async () => {
    const to = address();
    const { claim } = await published(to, "corrected");
    await tellOfClaim(await eventOf({ type: "debunk.corrected", claimId: claim.id }));
    await sendNotifications();
    const [letter] = await letters(to);
    expect(letter?.subject).toContain("核查勘误");
    expect(letter?.text).toContain("更正一处笔误，结论不变。");
  });
});

it("tells of an end with its channel", async () => {
  const to = address();
  const claim = await seedClaim({ status: "received", reports: [{ text: "路灯坏了", email: to }] });
  const closing = { closing: "other-channel", channel: "12345", note: "请向热线反映。" } as const;
  expect(await closeClaim(moderator, { claimId: claim.id, version: claim.version, ...closing })).toEqual({
    ok: true,
  });
  await tellOfClaim(await eventOf({ type: "claim.closed", claimId: claim.id }));
  await sendNotifications();
  const [letter] = await letters(to);
  expect(letter?.text).toContain("12345 政务服务便民热线");
  expect(letter?.text).not.toContain("路灯");
});

describe("sending", () => {
  it("gives up an address that the server refuses, and tries again what it refuses for now", async () => {
    const [gone, busy] = [address(), address()];
    mail.refusals.set(gone, 550).set(busy, 451);
    for (const to of [gone, busy]) await tellOfClaim((await published(to)).event);
    await sendNotifications();
    expect(await letters(gone)).toEqual([]);
    mail.refusals.clear();
    await db.notification.updateMany({ where: { sentAt: null, failedAt: null }, data: { dueAt: now() } });
    await sendNotifications();
    expect(await letters(busy)).toHaveLength(1);
    expect(await letters(gone)).toEqual([]);
  });

  it("is not held up by an address that cannot be opened", async () => {
    const [to, lost] = [address(), address()];
    const other = await published(lost);
    const { event } = await published(to);
    const reportId = other.claim.reports[0]?.id ?? "";
    await db.reportContact.update({ where: { reportId }, data: { sealed: new Uint8Array(60) } });
    await tellOfClaim(other.event);
    await tellOfClaim(event);
    await sendNotifications();
    expect(await letters(to)).toHaveLength(1);
    const row = await db.notification.findFirstOrThrow({ where: { recipientId: reportId } });
    expect(row.failedAt).toBeInstanceOf(Date);
  });

  it("gives up after ten attempts", async () => {
    const to = address();
    mail.refusals.set(to, 451);
    const { event } = await published(to);
    await tellOfClaim(event);
    await db.notification.updateMany({ where: { eventId: event.id }, data: { attempts: 9 } });
    await sendNotifications();
    expect(await db.notification.findFirstOrThrow({ where: { eventId: event.id } })).toMatchObject({
      attempts: 10,
      failedAt: expect.any(Date),
    });
  });

  it("after a death between the server's yes and the record of it sends the same letter under the same name", async () => {
    const to = address();
    const { event } = await published(to);
    await tellOfClaim(event);
    await sendNotifications();
    await db.notification.updateMany({
      where: { eventId: event.id },
      data: { sentAt: null, addressHash: null, dueAt: now() },
    });
    await sendNotifications();
    const [first, second] = await letters(to);
    expect(second?.messageId).toBe(first?.messageId);
  });
});

describe("following", () => {
  const tokenIn = (text: string | undefined, path: string) =>
    new RegExp(`${path}\\?token=([\\w.-]+)`).exec(text ?? "")?.[1] ?? "";

  it("starts with the link in the first letter, which is all that is sent before", async () => {
    const to = address();
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
    await sendNotifications();
    const [, news] = await letters(to);
    expect(news?.text).toContain("http://localhost:3000/en/track");
    expect(news?.text).toContain("没有办法核实。");
  });

  it("sends an address three such letters a day at most, whoever types it", async () => {
    const to = address();
    for (let at = 0; at < 5; at += 1) {
      const { id } = await seedClaim({ status: "triaged" });
      expect(await followClaim({ claimId: id, email: to, locale: "zh-CN" })).toEqual({
        ok: true,
        by: "email",
      });
    }
    await sendNotifications();
    expect(await letters(to)).toHaveLength(3);
  });

  it.each(["received", "opinion"] as const)("is not offered for a claim that is %s", async (status) => {
    const { id } = await seedClaim({ status });
    const outcome = await followClaim({ claimId: id, email: address(), locale: "zh-CN" });
    expect(outcome).toEqual({ ok: false, reason: "NOT_FOLLOWABLE" });
  });

  it("is forgotten when it was not confirmed in two days", async () => {
    const { id } = await seedClaim({ status: "triaged" });
    await followClaim({ claimId: id, email: address(), locale: "zh-CN" });
    await db.follower.updateMany({ where: { claimId: id }, data: { createdAt: ago(days(1)) } });
    await dropOldFollowers();
    expect(await db.follower.count({ where: { claimId: id } })).toBe(1);
    await db.follower.updateMany({ where: { claimId: id }, data: { createdAt: ago(hours(49)) } });
    await dropOldFollowers();
    expect(await db.follower.count({ where: { claimId: id } })).toBe(0);
  });

  it("ends with one click, and with it the contacts of the same address", async () => {
    const to = address();
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
});
