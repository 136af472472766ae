import { expect, it } from "vitest";
import { listQueue } from "#lib/desk/list-queue";
import { at } from "#lib/platform/at";
import { after, hours, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { changeClaim } from "./change-claim.ts";
import { countAsked } from "./count-asked.ts";
import type { QueueView } from "./schema.ts";
import { snoozeClaim, wakeClaim } from "./snooze-claim.ts";
import { askReporter } from "./talk/ask-reporter.ts";
import { replyByReceipt } from "./talk/reply-by-receipt.ts";
import { meanwhile } from "./testing/meanwhile.ts";
import { triageClaim } from "./triage-claim.ts";
import { noteReply } from "./wake-for-news.ts";

const views: QueueView[] = ["new", "open", "overdue", "answered", "mine", "snoozed"];

async function viewsOf({ id, actors }: SeededClaim): Promise<QueueView[]> {
  const { number } = await db.claim.findUniqueOrThrow({ where: { id }, select: { number: true } });
  const found: QueueView[] = [];
  for (const view of views) {
    const { items } = await listQueue(actors.moderator, { view, q: `#${number}` });
    const shown = await listQueue(actors.moderator, { view, status: ["received", "triaged"] });
    if (items.length > 0 && shown.items.some((row) => row.id === id)) found.push(view);
  }
  return found;
}

const stateOf = (id: string) =>
  db.claim.findUniqueOrThrow({
    where: { id },
    select: { version: true, snoozedUntil: true, repliedAt: true, decidedById: true },
  });

const snooze = ({ id: claimId, version, actors }: SeededClaim, rest: { seenReply?: Date } = {}) =>
  snoozeClaim(actors.moderator, { claimId, version, span: "hour", reason: "等通报", ...rest });

/** P1, so that an hour is left when it was received a moment ago. */
const fresh = () => seedClaim({ urgency: "P1", status: "received", receivedAt: after(now(), -minutes(1)) });

const replyTo = async (claim: SeededClaim) => {
  const [report] = claim.reports;
  if (!report) throw new Error("there is no report");
  expect(await replyByReceipt({ receipt: report.receipt, text: "我又看到了一次" })).toEqual({ ok: true });
};

it("leaves the views of what is to be done until its time, and comes back by itself", async () => {
  const claim = await seedClaim({ urgency: "P2", receivedAt: after(now(), -minutes(1)) });
  await db.clock.updateMany({
    where: { claimId: claim.id, NOT: { dueAt: null } },
    data: { dueAt: after(now(), hours(9)) },
  });
  expect(await viewsOf(claim)).toEqual(["new", "open"]);
  expect(await snooze(claim)).toEqual({ ok: true });
  expect(await viewsOf(claim)).toEqual(["snoozed"]);
  expect(await db.snooze.findFirstOrThrow({ where: { claimId: claim.id } })).toMatchObject({
    reason: "等通报",
    byUserId: claim.actors.moderator.userId,
  });
  await at(after(now(), minutes(61)), async () => {
    expect(await viewsOf(claim)).toEqual(["new", "open", "mine"]);
  });
});

it("comes back when it is overdue, and cannot be put off once it is", async () => {
  const claim = await fresh();
  expect(await snooze(claim)).toEqual({ ok: true });
  // Its triage is due in 59 minutes, a minute before the hour is over.
  await at(after(now(), minutes(59.5)), async () => {
    expect(await viewsOf(claim)).toEqual(["new", "open", "overdue", "mine"]);
    const { version } = await stateOf(claim.id);
    expect(await snooze({ ...claim, version })).toEqual({ ok: false, reason: "MOVE_REFUSED" });
  });
});

it("comes back when its sender answers, which shows until somebody asks again or decides", async () => {
  const claim = await fresh();
  await snooze(claim);
  const { version } = await stateOf(claim.id);
  await replyTo(claim);
  expect(await viewsOf(claim)).toEqual(["new", "open", "answered", "mine"]);
  expect(await stateOf(claim.id)).toMatchObject({ version, snoozedUntil: null });
  expect(await db.event.count({ where: { claimId: claim.id, type: "claim.woken" } })).toBe(1);
  const reportId = claim.reports[0]?.id ?? "";
  await askReporter(claim.actors.moderator, { reportId, text: "在哪里看到的？" });
  expect(await viewsOf(claim)).toEqual(["new", "open", "mine"]);
});

it("is not put off over an answer that nobody has seen", async () => {
  const claim = await fresh();
  await replyTo(claim);
  expect(await snooze(claim)).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
  const { repliedAt } = await stateOf(claim.id);
  expect(await snooze(claim, { seenReply: repliedAt ?? now() })).toEqual({ ok: true });
});

it("comes back when twice as many ask as when it was put off, and as many as make a spike", async () => {
  const claim = await fresh();
  const ask = async (people: number) => {
    const data = Array.from({ length: people }, () => ({ id: newId(), claimId: claim.id, at: now() }));
    await db.asking.createMany({ data });
    await countAsked();
  };
  await ask(14);
  await snooze(claim);
  await ask(10);
  expect((await stateOf(claim.id)).snoozedUntil).not.toBeNull();
  await ask(10);
  expect((await stateOf(claim.id)).snoozedUntil).toBeNull();
});

it("is brought back by hand, and by whatever the desk decides", async () => {
  const claim = await fresh();
  await snooze(claim);
  const put = { ...claim, version: claim.version + 1 };
  expect(await wakeClaim(claim.actors.moderator, { claimId: claim.id, version: put.version })).toEqual({
    ok: true,
  });
  expect(await wakeClaim(claim.actors.moderator, { claimId: claim.id, version: put.version + 1 })).toEqual({
    ok: false,
    reason: "MOVE_REFUSED",
  });
  await snooze({ ...claim, version: claim.version + 2 });
  await triageClaim(claim.actors.moderator, {
    claimId: claim.id,
    version: claim.version + 3,
    wording: "本地自来水厂停水。",
    topicId: "health",
    places: [],
    urgency: "P1",
  });
  expect(await stateOf(claim.id)).toMatchObject({
    snoozedUntil: null,
    decidedById: claim.actors.moderator.userId,
  });
});

const accept = (claim: SeededClaim) =>
  triageClaim(claim.actors.moderator, {
    claimId: claim.id,
    version: claim.version,
    wording: "本地自来水厂停水。",
    topicId: "health",
    places: [],
    urgency: "P1",
  });

it("is not put off by somebody who has not seen what was decided before", async () => {
  const claim = await fresh();
  expect(await accept(claim)).toEqual({ ok: true });
  expect(await snooze(claim)).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
  expect(await stateOf(claim.id)).toMatchObject({ version: claim.version + 1, snoozedUntil: null });
});

it("is not put off when somebody decides between the look and the write, nor when its sender answers then", async () => {
  const decided = await fresh();
  const { userId } = decided.actors.moderator;
  const by = { kind: "person", userId, role: "moderator", memberId: "sc-piyao" } as const;
  const late = await meanwhile(
    decided,
    () => snooze(decided),
    (tx) => changeClaim(tx, decided, {}, { type: "claim.released", actor: by }),
  );
  expect(late).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
  const answered = await fresh();
  expect(
    await meanwhile(
      answered,
      () => snooze(answered),
      (tx) => noteReply(tx, answered.id),
    ),
  ).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
  for (const { id } of [decided, answered]) {
    expect(await stateOf(id)).toMatchObject({ snoozedUntil: null });
    expect(await db.snooze.count({ where: { claimId: id } })).toBe(0);
  }
});

it("of two who put it off and decide about it at once only the first does", async () => {
  const claim = await fresh();
  const outcomes = await Promise.all([snooze(claim), accept(claim)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const { version, snoozedUntil } = await stateOf(claim.id);
  expect(version).toBe(claim.version + 1);
  expect(snoozedUntil !== null).toBe(outcomes[0]?.ok);
});
