import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { closeClaim } from "#lib/claims/close-claim";
import type { UndoKind } from "#lib/claims/latest-decision";
import { mergeClaim } from "#lib/claims/merge-claim";
import { reopenClaim } from "#lib/claims/reopen-claim";
import { snoozeClaim } from "#lib/claims/snooze-claim";
import { loadClaimPage } from "#lib/desk/load-claim-page";
import { at } from "#lib/platform/at";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { type SeedClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { undoDecision } from "./undo-decision.ts";

let moderator: Actor;

beforeAll(async () => {
  await readyReference();
  moderator = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
});

const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const seen = async ({ id }: { id: string }) => ({ claimId: id, version: (await claimOf(id)).version });
const latest = ({ id: claimId }: { id: string }, type: UndoKind) =>
  db.event.findFirstOrThrow({ where: { claimId, type }, orderBy: { seq: "desc" } });
const undo = async (claim: { id: string }, type: UndoKind) =>
  undoDecision(moderator, { eventId: (await latest(claim, type)).id });
const workOf = ({ id: claimId }: { id: string }) =>
  db.assignment.findMany({
    where: { claimId },
    orderBy: { id: "asc" },
    select: { id: true, memberId: true, purpose: true, status: true, doneAt: true, returnReason: true },
  });
const clocksOf = ({ id: claimId }: { id: string }) =>
  db.clock.findMany({
    where: { claimId, assignmentId: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, stoppedAt: true, stopReason: true, dueAt: true },
  });

const ends = {
  closed: async (claim: { id: string }) =>
    closeClaim(moderator, { ...(await seen(claim)), closing: "opinion", note: "" }),
  merged: async (claim: { id: string }) => {
    const { number } = await claimOf((await seedClaim()).id);
    return mergeClaim(moderator, { ...(await seen(claim)), intoNumber: number, reason: "同一条" });
  },
};

it.each([
  ["closed", "assigned"],
  ["closed", "verifying"],
  ["merged", "verifying"],
] as const)("gives the members of a claim their work back when it was %s while %s", async (how, status) => {
  const claim = await seedClaim({ status });
  const [work, clocks] = [await workOf(claim), await clocksOf(claim)];
  expect(await ends[how](claim)).toEqual({ ok: true });
  expect((await workOf(claim)).every((one) => one.status === "withdrawn")).toBe(true);
  await at(after(now(), minutes(5)), async () => {
    expect(await undo(claim, `claim.${how}`)).toEqual({ ok: true });
  });
  expect(await claimOf(claim.id)).toMatchObject({ status, closedAt: null, mergedIntoId: null });
  expect(await workOf(claim)).toEqual(work);
  const restored = await clocksOf(claim);
  for (const [turn, { dueAt, ...clock }] of clocks.entries()) {
    expect(restored[turn]).toMatchObject(clock);
    // The minutes in which nobody could work are not counted.
    const gained = (restored[turn]?.dueAt?.getTime() ?? 0) - (dueAt?.getTime() ?? 0);
    expect(gained).toBeGreaterThanOrEqual(dueAt ? minutes(5) - 60_000 : 0);
  }
  expect(await db.event.count({ where: { claimId: claim.id, type: "assignment.restored" } })).toBe(
    work.filter((one) => one.status !== "withdrawn").length,
  );
});

it("gives no work back when a claim is reopened by hand: it has to be routed anew", async () => {
  const claim = await seedClaim({ status: "verifying" });
  await ends.closed(claim);
  await reopenClaim(moderator, { ...(await seen(claim)), reason: "再看看" });
  expect(await claimOf(claim.id)).toMatchObject({ status: "triaged" });
  expect((await workOf(claim)).every(({ status }) => status === "withdrawn")).toBe(true);
});

it.each([
  ["a closing", { status: "other-channel", closing: { channel: "12315", note: "请找消费者热线。" } }],
  ["an answer", { status: "answered" }],
  ["a merge", { status: "duplicate" }],
] as const satisfies readonly (readonly [string, SeedClaim])[])(
  "ends a claim again as %s when its reopening is undone",
  async (_, wanted) => {
    const claim = await seedClaim(wanted);
    const before = await claimOf(claim.id);
    await reopenClaim(moderator, { ...(await seen(claim)), reason: "再看看" });
    expect((await loadClaimPage(moderator, claim.id, null)).undo?.kind).toBe("claim.reopened");
    expect(await undo(claim, "claim.reopened")).toEqual({ ok: true });
    const { status, closingNote, closingChannel, answeredById, mergedIntoId } = before;
    expect(await claimOf(claim.id)).toMatchObject({
      status,
      closingNote,
      closingChannel,
      answeredById,
      mergedIntoId,
    });
  },
);

it("cannot merge it again into what has ended since, and says so", async () => {
  const claim = await seedClaim({ status: "duplicate" });
  const { mergedIntoId } = await claimOf(claim.id);
  await reopenClaim(moderator, { ...(await seen(claim)), reason: "再看看" });
  await ends.closed({ id: mergedIntoId ?? "" });
  expect(await undo(claim, "claim.reopened")).toEqual({ ok: false, reason: "MOVE_REFUSED" });
});

it("brings back what was put off", async () => {
  const claim = await seedClaim({ receivedAt: after(now(), -minutes(1)) });
  const ids = await seen(claim);
  expect(await snoozeClaim(moderator, { ...ids, span: "hour", reason: "等通报" })).toEqual({ ok: true });
  expect(await undo(claim, "claim.snoozed")).toEqual({ ok: true });
  expect(await claimOf(claim.id)).toMatchObject({ snoozedUntil: null });
});

it("is not itself undone by the key", async () => {
  const claim = await seedClaim();
  await ends.closed(claim);
  expect(await undo(claim, "claim.closed")).toEqual({ ok: true });
  expect((await loadClaimPage(moderator, claim.id, null)).undo).toBeNull();
  expect(await undo(claim, "claim.reopened")).toEqual({ ok: false, reason: "GONE_ON", since: null });
  expect(await claimOf(claim.id)).toMatchObject({ status: "received" });
});
