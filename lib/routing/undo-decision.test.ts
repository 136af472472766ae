import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { changeUrgency } from "#lib/claims/change-urgency";
import { closeClaim } from "#lib/claims/close-claim";
import { UNDO_FOR, type UndoKind } from "#lib/claims/latest-decision";
import { mergeClaim } from "#lib/claims/merge-claim";
import { releaseClaim } from "#lib/claims/reports/release-claim";
import { reviseClaim } from "#lib/claims/revise-claim";
import { triageClaim } from "#lib/claims/triage-claim";
import { resumeClaim, waitForEvidence } from "#lib/claims/wait-for-evidence";
import { at } from "#lib/platform/at";
import { after, days, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { acceptAssignment } from "./accept-assignment.ts";
import { confirmRoute } from "./confirm-route.ts";
import { offerAssignment } from "./offer-assignment.ts";
import { undoDecision } from "./undo-decision.ts";

let moderator: Actor;
let colleague: Actor;

beforeAll(async () => {
  await readyReference();
  const roles = [{ memberId: "sc-piyao", role: "moderator" as const }];
  moderator = actorOf(await seedPerson({ roles }));
  colleague = actorOf(await seedPerson({ roles, name: "同事甲" }));
});

const claimOf = (id: string) =>
  db.claim.findUniqueOrThrow({ where: { id }, include: { places: { select: { divisionCode: true } } } });
const seen = async ({ id }: { id: string }) => ({ claimId: id, version: (await claimOf(id)).version });
const eventOf = async ({ id: claimId }: { id: string }, type: UndoKind) =>
  (await db.event.findFirstOrThrow({ where: { claimId, type }, orderBy: { seq: "desc" } })).id;
const undo = async (claim: { id: string }, type: UndoKind, actor = moderator) =>
  undoDecision(actor, { eventId: await eventOf(claim, type) });

const facts = { topicId: "food", places: ["510100"], urgency: "P1" as const };
const accept = async (claim: SeededClaim, actor = moderator) =>
  triageClaim(actor, { ...(await seen(claim)), ...facts, wording: "改过的话" });
const close = async (claim: { id: string }, actor = moderator) =>
  closeClaim(actor, { ...(await seen(claim)), closing: "opinion", note: "" });

describe("what was decided last", () => {
  it.each(["P0", "P2"] as const)(
    "is taken back with what was late as late as it was: %s",
    async (urgency) => {
      const claim = await seedClaim({ urgency, topicId: "food", receivedAt: after(now(), -days(9)) });
      const due = async () =>
        (
          await db.clock.findFirstOrThrow({ where: { claimId: claim.id, kind: "triage" } })
        ).dueAt?.getTime() ?? 0;
      const before = await due();
      expect(before).toBeLessThan(now().getTime() - days(1));
      await triageClaim(moderator, { ...(await seen(claim)), ...facts, urgency, wording: "照旧" });
      expect(await undo(claim, "claim.triaged")).toEqual({ ok: true });
      expect(await claimOf(claim.id)).toMatchObject({ urgency });
      // What it took to decide and to undo is not counted.
      expect(await due()).toBeGreaterThanOrEqual(before);
      expect(await due()).toBeLessThan(before + minutes(10));
    },
  );

  it("is taken back, whatever it was", async () => {
    const fresh = await seedClaim();
    await accept(fresh);
    expect(await undo(fresh, "claim.triaged")).toEqual({ ok: true });
    expect(await claimOf(fresh.id)).toMatchObject({ status: "received" });

    const closed = await seedClaim({ status: "triaged" });
    await close(closed);
    expect(await undo(closed, "claim.closed", colleague)).toEqual({ ok: true });
    expect(await claimOf(closed.id)).toMatchObject({ status: "triaged", closedAt: null });

    const routed = await seedClaim({ status: "triaged" });
    await confirmRoute(moderator, await seen(routed));
    expect(await undo(routed, "route.confirmed")).toEqual({ ok: true });
    expect(await claimOf(routed.id)).toMatchObject({ status: "triaged" });

    const asked = await seedClaim({ status: "assigned" });
    await offerAssignment(moderator, { claimId: asked.id, memberId: "dept-health", purpose: "assist" });
    expect(await undo(asked, "assignment.offered")).toEqual({ ok: true });
    const work = { claimId: asked.id, memberId: "dept-health", purpose: "assist" as const };
    expect(await db.assignment.findFirst({ where: work })).toMatchObject({ status: "withdrawn" });
  });

  it("leaves the claim with what it said, and as urgent as it was", async () => {
    const revised = await seedClaim({ status: "triaged", topicId: "health", wording: "原来的话" });
    const before = await claimOf(revised.id);
    await reviseClaim(moderator, { ...(await seen(revised)), ...facts, wording: "新的话" });
    expect(await undo(revised, "claim.revised")).toEqual({ ok: true });
    const { wording, topicId, urgency, places } = before;
    expect(await claimOf(revised.id)).toMatchObject({ wording, topicId, urgency, places });

    const raised = await seedClaim({ urgency: "P2" });
    await changeUrgency(moderator, { ...(await seen(raised)), urgency: "P0" });
    expect(await undo(raised, "claim.revised")).toEqual({ ok: true });
    expect(await claimOf(raised.id)).toMatchObject({ status: "received", urgency: "P2" });
  });

  it("leaves it waiting as it waited, and kept apart as it was", async () => {
    const claim = await seedClaim({ status: "triaged" });
    await waitForEvidence(moderator, { ...(await seen(claim)), reason: "等检测报告" });
    expect(await undo(claim, "claim.waiting")).toEqual({ ok: true });
    expect(await claimOf(claim.id)).toMatchObject({ sideState: null });
    await waitForEvidence(moderator, { ...(await seen(claim)), reason: "等检测报告" });
    await resumeClaim(moderator, await seen(claim));
    expect(await undo(claim, "claim.resumed")).toEqual({ ok: true });
    expect(await claimOf(claim.id)).toMatchObject({
      sideState: "waiting-evidence",
      sideReason: "等检测报告",
    });

    const apart = await seedClaim();
    await db.claim.update({ where: { id: apart.id }, data: { suspicion: "flood" } });
    await releaseClaim(moderator, await seen(apart));
    expect(await undo(apart, "claim.released")).toEqual({ ok: true });
    expect(await claimOf(apart.id)).toMatchObject({ status: "received", suspicion: "flood" });
    const running = { claimId: apart.id, runningSince: { not: null } };
    expect(await db.clock.count({ where: running })).toBe(0);
  });

  it("takes a merge apart again, with what had gone along", async () => {
    const [first, second, third] = [await seedClaim(), await seedClaim(), await seedClaim()];
    const reason = "同一条";
    await mergeClaim(moderator, {
      ...(await seen(first)),
      intoNumber: (await claimOf(second.id)).number,
      reason,
    });
    await mergeClaim(moderator, {
      ...(await seen(second)),
      intoNumber: (await claimOf(third.id)).number,
      reason,
    });
    expect(await undo(second, "claim.merged")).toEqual({ ok: true });
    expect(await claimOf(first.id)).toMatchObject({ sharedId: second.id });
    expect(await claimOf(second.id)).toMatchObject({ status: "received", reportCount: 2 });
    expect(await claimOf(third.id)).toMatchObject({ reportCount: 1 });
  });
});

describe("what somebody has gone on from", () => {
  it("stays, and it is said who went on and how", async () => {
    const claim = await seedClaim();
    await accept(claim);
    await close(claim, colleague);
    expect(await undo(claim, "claim.triaged")).toMatchObject({
      ok: false,
      reason: "GONE_ON",
      since: { by: "同事甲", type: "claim.closed" },
    });
    expect(await claimOf(claim.id)).toMatchObject({ status: "opinion" });
  });

  it("stays when a member has taken the work", async () => {
    const claim = await seedClaim({ status: "triaged" });
    await confirmRoute(moderator, await seen(claim));
    const work = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id, purpose: "verify" } });
    const { memberId } = work;
    const verifier = actorOf(await seedPerson({ roles: [{ memberId, role: "verifier" }] }));
    await acceptAssignment(verifier, { assignmentId: work.id });
    expect(await undo(claim, "route.confirmed")).toMatchObject({
      ok: false,
      reason: "GONE_ON",
      since: { type: "assignment.accepted" },
    });
    expect(await claimOf(claim.id)).not.toMatchObject({ status: "triaged" });
  });

  it("is not what the system does, nor what only asks", async () => {
    const claim = await seedClaim();
    await accept(claim);
    await db.$transaction((tx) =>
      tx.event.create({
        data: {
          id: crypto.randomUUID(),
          type: "claim.raised",
          at: now(),
          actorKind: "system",
          claimId: claim.id,
          subjectId: claim.id,
          data: {},
        },
      }),
    );
    expect(await undo(claim, "claim.triaged")).toEqual({ ok: true });
  });
});

it("is undone once by two at the same time, and the other is told", async () => {
  const claim = await seedClaim();
  await accept(claim);
  const eventId = await eventOf(claim, "claim.triaged");
  const both = await Promise.all([moderator, colleague].map((actor) => undoDecision(actor, { eventId })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({
    reason: "GONE_ON",
    since: { type: "claim.triage-undone" },
  });
  const undone = { claimId: claim.id, type: "claim.triage-undone" as const };
  expect(await db.event.count({ where: undone })).toBe(1);
});

it("loses against somebody who goes on at the same moment, or goes first: never both", async () => {
  for (let round = 0; round < 5; round += 1) {
    const claim = await seedClaim();
    await accept(claim);
    const [undone, closed] = await Promise.all([undo(claim, "claim.triaged"), close(claim, colleague)]);
    expect([undone.ok, closed.ok].filter(Boolean)).toHaveLength(1);
    expect(await claimOf(claim.id)).toMatchObject({ status: undone.ok ? "received" : "opinion" });
  }
});

it("has its time, then its own verb", async () => {
  const claim = await seedClaim();
  await accept(claim);
  const late = await at(after(now(), UNDO_FOR), () => undo(claim, "claim.triaged"));
  expect(late).toEqual({ ok: false, reason: "UNDO_LATE" });
  expect(await claimOf(claim.id)).toMatchObject({ status: "triaged" });
});

it("is for those who decide, and for decisions", async () => {
  const claim = await seedClaim();
  await accept(claim);
  const eventId = await eventOf(claim, "claim.triaged");
  const auditor = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "auditor" }] }));
  await expect(undoDecision(auditor, { eventId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { id } = await db.event.findFirstOrThrow({ where: { claimId: claim.id, type: "claim.received" } });
  await expect(undoDecision(moderator, { eventId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
