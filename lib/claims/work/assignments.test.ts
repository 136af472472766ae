import { describe, expect, it } from "vitest";
import { closeClaim } from "#lib/claims/close-claim";
import { waitForEvidence } from "#lib/claims/wait-for-evidence";
import { at } from "#lib/platform/at";
import { hours, after as later } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { acceptAssignment } from "#lib/routing/accept-assignment";
import { confirmRoute } from "#lib/routing/confirm-route";
import { handOverAssignment } from "#lib/routing/hand-over-assignment";
import { returnAssignment } from "#lib/routing/return-assignment";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";

const friday = new Date("2026-12-04T12:00:00+08:00");
const inHours = (count: number) => later(friday, hours(count));

/** A claim of class P1 that was offered to its verifier and its writer two hours after it came in. */
async function offered() {
  const claim = await seedClaim({ status: "triaged", urgency: "P1", receivedAt: friday });
  const { id, version, actors } = claim;
  const route = { claimId: id, version, leadMemberId: claim.lead, writerMemberId: claim.writer };
  expect(await at(inHours(2), () => confirmRoute(actors.moderator, route))).toEqual({ ok: true });
  const work = await db.assignment.findFirstOrThrow({ where: { claimId: id, purpose: "verify" } });
  return { ...claim, assignmentId: work.id, version: version + 1 };
}

/** What goes on for the work: when it is due, in hours since Friday noon, or why it is paused or has stopped. */
async function clocksOf(assignmentId: string) {
  const clocks = await db.clock.findMany({ where: { assignmentId } });
  return Object.fromEntries(
    clocks.map(({ kind, dueAt, pauseReason, stopReason }) => [
      kind,
      stopReason ?? pauseReason ?? ((dueAt?.getTime() ?? 0) - friday.getTime()) / hours(1),
    ]),
  );
}

describe("the clocks of work", () => {
  it("run from the offer to the answer, and to the verdict of the claim", async () => {
    const { assignmentId, actors } = await offered();
    expect(await clocksOf(assignmentId)).toEqual({ acknowledge: 3, verdict: 24 });
    await at(inHours(2.5), () => acceptAssignment(actors.verifier, { assignmentId }));
    expect(await clocksOf(assignmentId)).toEqual({ acknowledge: "done", verdict: 24 });
  });

  it("stop when the work is given back, with that as their reason", async () => {
    const { assignmentId, actors } = await offered();
    const giveBack = { assignmentId, reason: "人手不足" };
    await at(inHours(2.5), () => returnAssignment(actors.verifier, giveBack));
    expect(await clocksOf(assignmentId)).toEqual({ acknowledge: "returned", verdict: "returned" });
  });

  it("go on for the member to which the work is handed over, which has its own time to answer", async () => {
    const { assignmentId, lead } = await offered();
    const coordinator = actorOf(await seedPerson({ roles: [{ memberId: lead, role: "coordinator" }] }));
    const handOver = { assignmentId, toMemberId: "group-sctv", reason: "那边更了解" };
    const outcome = await at(inHours(4), () => handOverAssignment(coordinator, handOver));
    expect(outcome).toEqual({ ok: true });
    expect(await clocksOf(assignmentId)).toEqual({ acknowledge: "handed-over", verdict: "handed-over" });
    const next = await db.assignment.findFirstOrThrow({ where: { handedFromId: assignmentId } });
    expect(await clocksOf(next.id)).toEqual({ acknowledge: 5, verdict: 24 });
  });

  it("pause with the claim, and stop when it is closed", async () => {
    const { id, version, assignmentId, actors } = await offered();
    const wait = { claimId: id, version, reason: "等检测" };
    expect(await at(inHours(3), () => waitForEvidence(actors.moderator, wait))).toEqual({ ok: true });
    expect(await clocksOf(assignmentId)).toEqual({
      acknowledge: "waiting-evidence",
      verdict: "waiting-evidence",
    });
    const close = { claimId: id, version: version + 1, closing: "too-vague", note: "说法太笼统。" } as const;
    expect(await closeClaim(actors.moderator, close)).toEqual({ ok: true });
    expect(await clocksOf(assignmentId)).toEqual({ acknowledge: "withdrawn", verdict: "withdrawn" });
  });
});
