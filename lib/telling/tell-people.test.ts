import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { closeClaim } from "#lib/claims/close-claim";
import { mergeClaim } from "#lib/claims/merge-claim";
import { askReporter } from "#lib/claims/talk/ask-reporter";
import { replyByReceipt } from "#lib/claims/talk/reply-by-receipt";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { undoDecision } from "#lib/routing/undo-decision";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { sendNotifications } from "./send-notifications.ts";
import { tellLatecomer, tellMerged, tellOfClaim, tellOfQuestion } from "./tell-people.ts";
import { eventOf, newAddress, published, sendLater } from "./testing/to-tell.ts";

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

describe("a question", () => {
  it("is told without the question, the receipt or the report", async () => {
    const to = newAddress();
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
    const to = newAddress();
    const { report } = await asked(to);
    await replyByReceipt({ receipt: report.receipt, text: "昨天" });
    await sendNotifications();
    expect(await letters(to)).toEqual([]);
  });
});

describe("an answer", () => {
  it("is told once, however often the event is worked on", async () => {
    const to = newAddress();
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
    const to = newAddress();
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
    const to = newAddress();
    const target = await seedClaim({ status: "published" });
    const claim = await seedClaim({ status: "triaged", reports: [{ text: "同一件事", email: to }] });
    const input = { claimId: claim.id, version: claim.version, intoNumber: target.number, reason: "相同" };
    expect(await mergeClaim(moderator, input)).toEqual({ ok: true });
    await tellMerged(await eventOf({ type: "claim.merged", claimId: claim.id }));
    await sendLater();
    const [letter] = await letters(to);
    expect(letter?.text).toContain(`/debunks/${target.debunk?.slug}`);
  });

  it("is told to somebody whose report comes too late for it, and to nobody else again", async () => {
    const [early, late] = [newAddress(), newAddress()];
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
    const to = newAddress();
    const { claim } = await published(to, "corrected");
    await tellOfClaim(await eventOf({ type: "debunk.corrected", claimId: claim.id }));
    await sendNotifications();
    const [letter] = await letters(to);
    expect(letter?.subject).toContain("核查勘误");
    expect(letter?.text).toContain("更正一处笔误，结论不变。");
  });
});

it("tells of an end with its channel", async () => {
  const to = newAddress();
  const claim = await seedClaim({ status: "received", reports: [{ text: "路灯坏了", email: to }] });
  const closing = { closing: "other-channel", channel: "12345", note: "请向热线反映。" } as const;
  expect(await closeClaim(moderator, { claimId: claim.id, version: claim.version, ...closing })).toEqual({
    ok: true,
  });
  await tellOfClaim(await eventOf({ type: "claim.closed", claimId: claim.id }));
  await sendLater();
  const [letter] = await letters(to);
  expect(letter?.text).toContain("12345 政务服务便民热线");
  expect(letter?.text).not.toContain("路灯");
});

it("tells of an end when it can no longer be undone, and of none that was undone", async () => {
  const to = newAddress();
  const claim = await seedClaim({ status: "received", reports: [{ text: "桥塌了", email: to }] });
  const close = async (note: string) => {
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    await closeClaim(moderator, { claimId: claim.id, version, closing: "opinion", note });
    await tellOfClaim(await eventOf({ type: "claim.closed", claimId: claim.id }));
  };
  await close("这一句撤销了。");
  await sendNotifications();
  expect(await letters(to)).toEqual([]);
  const { id: eventId } = await eventOf({ type: "claim.closed", claimId: claim.id });
  expect(await undoDecision(moderator, { eventId })).toEqual({ ok: true });
  await close("这一句才是答复。");
  await sendLater();
  const [letter, ...others] = await letters(to);
  expect(others).toEqual([]);
  // Once, though it ended twice.
  expect(letter?.text?.split("这一句才是答复。")).toHaveLength(2);
  expect(letter?.text).not.toContain("这一句撤销了");
});
