import { describe, expect, it } from "vitest";
import { undoTriage } from "#lib/claims/undo-triage";
import { db } from "#lib/platform/db";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { acceptAssignment } from "./accept-assignment.ts";
import { confirmRoute } from "./confirm-route.ts";
import { recallAssignment } from "./recall-assignment.ts";
import { returnAssignment } from "./return-assignment.ts";
import { undoRoute } from "./undo-route.ts";

const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const workOf = (claimId: string) =>
  db.assignment.findMany({ where: { claimId }, orderBy: { purpose: "asc" } });
const workClocksOf = (claimId: string) => ({ claimId, assignmentId: { not: null } });
const undo = ({ id, version }: SeededClaim) => ({ claimId: id, version, reason: "误操作" });
const offered = async (claimId: string, purpose: "verify" | "write") => {
  const found = (await workOf(claimId)).find((one) => one.purpose === purpose);
  if (!found) throw new Error(`nobody was asked to ${purpose}`);
  return { assignmentId: found.id };
};

describe("an acceptance", () => {
  it("can be taken back into the queue, where triage is due again", async () => {
    const claim = await seedClaim({ status: "triaged" });
    expect(await undoTriage(claim.actors.moderator, undo(claim))).toEqual({ ok: true });
    expect(await claimOf(claim.id)).toMatchObject({ status: "received" });
    const triage = { claimId: claim.id, kind: "triage" as const, stoppedAt: null };
    expect(await db.clock.count({ where: triage })).toBe(1);
    const moved = await db.event.findFirst({ where: { claimId: claim.id, type: "claim.moved" } });
    expect(moved?.data).toEqual({ from: "triaged", to: "received" });
  });

  it("stays when a claim has gone on, and is taken back once", async () => {
    const routed = await seedClaim({ status: "assigned" });
    expect(await undoTriage(routed.actors.moderator, undo(routed))).toEqual({
      ok: false,
      reason: "MOVE_REFUSED",
    });
    const claim = await seedClaim({ status: "triaged" });
    const twice = await Promise.all([1, 2].map(() => undoTriage(claim.actors.moderator, undo(claim))));
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("stays when a member has worked on the claim", async () => {
    const claim = await seedClaim({ status: "verifying" });
    expect(
      await recallAssignment(claim.actors.moderator, {
        ...(await offered(claim.id, "verify")),
        reason: "换人",
      }),
    ).toEqual({ ok: true });
    const { status, version } = await claimOf(claim.id);
    expect(status).toBe("triaged");
    expect(await undoTriage(claim.actors.moderator, { ...undo(claim), version })).toEqual({
      ok: false,
      reason: "WORK_BEGUN",
    });
  });
});

describe("a route", () => {
  it("can be taken back with what was offered", async () => {
    const claim = await seedClaim({ status: "assigned" });
    expect(await undoRoute(claim.actors.moderator, undo(claim))).toEqual({ ok: true });
    expect(await claimOf(claim.id)).toMatchObject({ status: "triaged" });
    expect((await workOf(claim.id)).map(({ status }) => status)).toEqual(["withdrawn", "withdrawn"]);
    expect(await db.event.count({ where: { claimId: claim.id, type: "assignment.withdrawn" } })).toBe(2);
  });

  it("stays when somebody took a part of the work, at the same moment too", async () => {
    const taken = await seedClaim({ status: "assigned" });
    await acceptAssignment(taken.actors.writer, await offered(taken.id, "write"));
    expect(await undoRoute(taken.actors.moderator, undo(taken))).toEqual({ ok: false, reason: "WORK_BEGUN" });

    const claim = await seedClaim({ status: "assigned" });
    const work = await offered(claim.id, "write");
    const [undone, accepted] = await Promise.all([
      undoRoute(claim.actors.moderator, undo(claim)),
      acceptAssignment(claim.actors.writer, work),
    ]);
    expect([undone.ok, accepted.ok].filter(Boolean)).toHaveLength(1);
    const held = (await workOf(claim.id)).filter(({ status }) => status === "accepted");
    expect(held).toHaveLength(undone.ok ? 0 : 1);
  });
});

describe("an assignment", () => {
  it("can be recalled by the desk, with the reason; a claim without a verifier returns to it", async () => {
    const claim = await seedClaim({ status: "assigned" });
    const recall = { ...(await offered(claim.id, "verify")), reason: "没有人应答" };
    await expect(recallAssignment(claim.actors.verifier, recall)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await recallAssignment(claim.actors.moderator, recall)).toEqual({ ok: true });
    expect(await claimOf(claim.id)).toMatchObject({ status: "triaged" });
    expect((await workOf(claim.id))[0]).toMatchObject({ status: "withdrawn", returnReason: "没有人应答" });
    expect(await recallAssignment(claim.actors.moderator, recall)).toEqual({
      ok: false,
      reason: "ASSIGNMENT_CHANGED",
    });
    await expect(acceptAssignment(claim.actors.verifier, recall)).resolves.toMatchObject({ ok: false });
  });

  it("that is recalled for writing leaves the verification where it is", async () => {
    const claim = await seedClaim({ status: "verifying" });
    const recall = { ...(await offered(claim.id, "write")), reason: "另请人写" };
    expect(await recallAssignment(claim.actors.moderator, recall)).toEqual({ ok: true });
    expect(await claimOf(claim.id)).toMatchObject({ status: "verifying" });
  });
});

describe("a claim that returned to the desk", () => {
  const held = (claimId: string) =>
    db.assignment.findMany({
      where: { claimId, status: { in: ["offered", "accepted"] } },
      orderBy: { purpose: "asc" },
      select: { memberId: true, purpose: true },
    });
  const giveUp = {
    "the desk recalls": async (claim: SeededClaim) =>
      recallAssignment(claim.actors.moderator, {
        ...(await offered(claim.id, "verify")),
        reason: "没有人应答",
      }),
    "the verifier returns": async (claim: SeededClaim) =>
      returnAssignment(claim.actors.verifier, { ...(await offered(claim.id, "verify")), reason: "人手不足" }),
  };
  const routeAnew = async (claim: SeededClaim, route: { leadMemberId: string; writerMemberId: string }) => {
    const { version } = await claimOf(claim.id);
    return confirmRoute(claim.actors.moderator, { claimId: claim.id, version, ...route });
  };

  it.each(["the desk recalls", "the verifier returns"] as const)(
    "asks the writer no longer who has not answered, when %s",
    async (how) => {
      const claim = await seedClaim({ status: "assigned" });
      expect(await giveUp[how](claim)).toEqual({ ok: true });
      expect(await held(claim.id)).toEqual([]);
      expect(await db.clock.count({ where: { ...workClocksOf(claim.id), stoppedAt: null } })).toBe(0);
      const version = (await claimOf(claim.id)).version;
      expect(await undoTriage(claim.actors.moderator, { ...undo(claim), version })).toEqual({ ok: true });
    },
  );

  it.each(["the desk recalls", "the verifier returns"] as const)(
    "is the work of those alone to whom it is routed anew, when %s",
    async (how) => {
      const claim = await seedClaim({ status: "assigned" });
      const work = await offered(claim.id, "write");
      expect(await acceptAssignment(claim.actors.writer, work)).toEqual({ ok: true });
      expect(await giveUp[how](claim)).toEqual({ ok: true });
      // What a member has taken is its own until the desk decides otherwise.
      expect(await held(claim.id)).toEqual([{ memberId: claim.writer, purpose: "write" }]);
      // The former writer now verifies: it has one part of the work, not both.
      const route = { leadMemberId: claim.writer, writerMemberId: "group-sctv" };
      expect(await routeAnew(claim, route)).toEqual({ ok: true });
      expect(await held(claim.id)).toEqual([
        { memberId: claim.writer, purpose: "verify" },
        { memberId: "group-sctv", purpose: "write" },
      ]);
      const { assignmentId } = work;
      expect(await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })).toMatchObject({
        status: "withdrawn",
        returnReason: expect.stringContaining("重新派单"),
      });
      expect(await db.clock.count({ where: { assignmentId, stoppedAt: null } })).toBe(0);
      const event = { type: "assignment.withdrawn" as const, subjectId: assignmentId };
      expect(await db.event.findFirstOrThrow({ where: event })).toMatchObject({
        actorUserId: claim.actors.moderator.userId,
        reason: expect.stringContaining("重新派单"),
      });
    },
  );

  it("leaves a writer that stays in the route with what it has taken", async () => {
    const claim = await seedClaim({ status: "assigned" });
    const work = await offered(claim.id, "write");
    await acceptAssignment(claim.actors.writer, work);
    await giveUp["the desk recalls"](claim);
    const route = { leadMemberId: "group-sctv", writerMemberId: claim.writer };
    expect(await routeAnew(claim, route)).toEqual({ ok: true });
    const writing = { claimId: claim.id, purpose: "write" as const };
    expect(await db.assignment.findMany({ where: writing })).toMatchObject([
      { id: work.assignmentId, status: "accepted" },
    ]);
  });
});
