import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { Urgency } from "#lib/reference/urgency";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { handOverAssignment } from "./hand-over-assignment.ts";
import { offerAssignment } from "./offer-assignment.ts";

const reason = "由对口部门办理更合适。";

/** A claim whose lead has a coordinator, and the lead's work. */
async function atWork(status: "assigned" | "verifying" | "drafting", urgency: Urgency = "P2") {
  const claim = await seedClaim({ status, urgency });
  const coordinator = actorOf(
    await seedPerson({ roles: [{ memberId: claim.lead, role: "coordinator" as const }] }),
  );
  const work = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id, purpose: "verify" } });
  const handOver = (toMemberId: string, actor = coordinator) =>
    handOverAssignment(actor, { assignmentId: work.id, toMemberId, reason });
  return { claim, coordinator, work, handOver };
}

const verdictClock = (assignmentId: string) =>
  db.clock.findFirstOrThrow({ where: { assignmentId, kind: "verdict" } });

describe("handing work over", () => {
  it.each(["assigned", "verifying"] as const)(
    "offers the same work of a claim that is %s to the other member",
    async (status) => {
      const { claim, work, handOver } = await atWork(status);
      expect(await handOver("dept-health")).toEqual({ ok: true });
      const [old, next] = await db.assignment.findMany({
        where: { claimId: claim.id, purpose: "verify" },
        orderBy: { id: "asc" },
      });
      expect(old).toMatchObject({ id: work.id, status: "handed-over", returnReason: reason });
      expect(next).toMatchObject({ memberId: "dept-health", status: "offered", handedFromId: work.id });
      expect(await db.claim.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({ status });
    },
  );

  it.each(["P1", "P2"] as const)("gives no new time, whichever hours count: %s", async (urgency) => {
    const { work, handOver } = await atWork("verifying", urgency);
    const before = await verdictClock(work.id);
    await handOver("dept-health");
    const next = await db.assignment.findFirstOrThrow({ where: { handedFromId: work.id } });
    expect(await verdictClock(work.id)).toMatchObject({ stopReason: "handed-over" });
    const after = await verdictClock(next.id);
    expect(after.budgetMs).toBe(before.budgetMs);
    expect(after.stoppedAt).toBeNull();
    expect(after.dueAt).toEqual(before.dueAt);
  });

  it("is recorded with its reason and both members", async () => {
    const { claim, coordinator, work, handOver } = await atWork("assigned");
    await handOver("dept-health");
    const event = await db.event.findFirstOrThrow({
      where: { subjectId: work.id, type: "assignment.handed-over" },
    });
    expect(event).toMatchObject({
      actorUserId: coordinator.userId,
      actorRole: "coordinator",
      reason,
      data: { member: claim.lead, to: "dept-health" },
    });
  });

  it("happens once when two do it at once", async () => {
    const { claim, handOver } = await atWork("assigned");
    const both = await Promise.all([handOver("dept-health"), handOver("dept-earthquake")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: "ASSIGNMENT_CHANGED" });
    const held = { claimId: claim.id, purpose: "verify", status: "offered" } as const;
    expect(await db.assignment.count({ where: held })).toBe(1);
  });
});

describe("work is not handed over", () => {
  it("to a member that holds it already", async () => {
    const { claim, work, handOver } = await atWork("verifying");
    const second = { claimId: claim.id, memberId: "dept-health", purpose: "verify" } as const;
    await offerAssignment(claim.actors.moderator, second);
    expect(await handOver("dept-health")).toEqual({ ok: false, reason: "ALREADY_HELD" });
    expect(await db.assignment.findUniqueOrThrow({ where: { id: work.id } })).toMatchObject({
      status: "accepted",
    });
  });

  it("to the member that writes", async () => {
    const { claim, handOver } = await atWork("verifying");
    expect(await handOver(claim.writer)).toEqual({ ok: false, reason: "VERIFIER_WRITES" });
  });

  it("to whom the claim is about, as it is worded now", async () => {
    const { claim, work, handOver } = await atWork("verifying");
    await db.claim.update({ where: { id: claim.id }, data: { wording: "四川卫健委内部文件曝光。" } });
    expect(await handOver("dept-health")).toEqual({ ok: false, reason: "CLAIM_ABOUT" });
    expect(await db.assignment.findUniqueOrThrow({ where: { id: work.id } })).toMatchObject({
      status: "accepted",
    });
  });

  it("when it is done", async () => {
    const { handOver } = await atWork("drafting");
    expect(await handOver("dept-health")).toEqual({ ok: false, reason: "ASSIGNMENT_CHANGED" });
  });

  it("to the member itself, or to one that does not exist", async () => {
    const { claim, handOver } = await atWork("assigned");
    for (const [toMemberId, message] of [
      [claim.lead, "invalid"],
      ["nobody", "unknown"],
    ] as const)
      await expect(handOver(toMemberId)).rejects.toMatchObject({
        code: "VALIDATION",
        fields: [{ path: "toMemberId", message }],
      });
  });

  it("by anybody but the member's own coordinator", async () => {
    const { claim, handOver } = await atWork("assigned");
    const other = await seedPerson({ roles: [{ memberId: claim.writer, role: "coordinator" }] });
    for (const actor of [claim.actors.verifier, claim.actors.moderator, actorOf(other)])
      await expect(handOver("dept-health", actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("when nobody knows it", async () => {
    const { coordinator } = await atWork("assigned");
    const input = { assignmentId: newId(), toMemberId: "dept-health", reason };
    await expect(handOverAssignment(coordinator, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
