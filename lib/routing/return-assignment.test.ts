import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { acceptAssignment } from "./accept-assignment.ts";
import { offerAssignment } from "./offer-assignment.ts";
import { returnAssignment } from "./return-assignment.ts";

const reason = "不在本单位职责范围内。";
const workOf = ({ id }: SeededClaim, purpose: "verify" | "write") =>
  db.assignment.findFirstOrThrow({ where: { claimId: id, purpose }, orderBy: { id: "desc" } });
const giveBack = async (claim: SeededClaim, part: "verifier" | "writer") => {
  const { id } = await workOf(claim, part === "verifier" ? "verify" : "write");
  return returnAssignment(claim.actors[part], { assignmentId: id, reason });
};
const now = ({ id }: SeededClaim) => db.claim.findUniqueOrThrow({ where: { id } });

describe("giving work back", () => {
  it.each(["assigned", "verifying"] as const)("leaves a claim that is %s to the desk", async (status) => {
    const claim = await seedClaim({ status });
    expect(await giveBack(claim, "verifier")).toEqual({ ok: true });
    expect(await now(claim)).toMatchObject({ status: "triaged" });
  });

  it("says who gave it back, for which member and why, and ends the time for it", async () => {
    const claim = await seedClaim({ status: "assigned" });
    const { userId } = claim.actors.verifier;
    await giveBack(claim, "verifier");
    const { id, ...work } = await workOf(claim, "verify");
    expect(work).toMatchObject({ status: "returned", respondedById: userId, returnReason: reason });
    expect(await db.clock.count({ where: { assignmentId: id, stoppedAt: null } })).toBe(0);
    const event = await db.event.findFirstOrThrow({ where: { subjectId: id, type: "assignment.returned" } });
    expect(event).toMatchObject({ actorUserId: userId, actorMemberId: claim.lead, reason });
  });

  it("keeps the claim where it is while another member verifies", async () => {
    const claim = await seedClaim({ status: "verifying" });
    const second = { claimId: claim.id, memberId: "dept-health", purpose: "verify" } as const;
    expect(await offerAssignment(claim.actors.moderator, second)).toEqual({ ok: true });
    const { id } = await db.assignment.findFirstOrThrow({
      where: { claimId: claim.id, purpose: "verify", memberId: claim.lead },
    });
    expect(await returnAssignment(claim.actors.verifier, { assignmentId: id, reason })).toEqual({ ok: true });
    expect(await now(claim)).toMatchObject({ status: "verifying" });
  });

  it.each(["verifying", "drafting"] as const)(
    "the writing leaves a claim that is %s where it is",
    async (status) => {
      const claim = await seedClaim({ status });
      expect(await giveBack(claim, "writer")).toEqual({ ok: true });
      expect(await now(claim)).toMatchObject({ status });
    },
  );

  it("happens once, and not at all when the work is done", async () => {
    const refused = { ok: false, reason: "ASSIGNMENT_CHANGED" };
    const claim = await seedClaim({ status: "assigned" });
    const both = await Promise.all([giveBack(claim, "verifier"), giveBack(claim, "verifier")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(refused);
    expect(await giveBack(await seedClaim({ status: "drafting" }), "verifier")).toEqual(refused);
  });

  it("and taking it at the same moment do not leave a claim that nobody verifies", async () => {
    const claim = await seedClaim({ status: "assigned" });
    const { id: assignmentId } = await workOf(claim, "verify");
    const [taken, returned] = await Promise.all([
      acceptAssignment(claim.actors.verifier, { assignmentId }),
      returnAssignment(claim.actors.verifier, { assignmentId, reason }),
    ]);
    expect([taken, returned].filter(({ ok }) => ok)).toHaveLength(1);
    expect(await now(claim)).toMatchObject({ status: taken.ok ? "verifying" : "triaged" });
  });
});

describe("work is given back by nobody", () => {
  it("of another member, of another purpose, or of the desk", async () => {
    const claim = await seedClaim({ status: "assigned" });
    const { id: assignmentId } = await workOf(claim, "verify");
    const colleague = { roles: [{ memberId: claim.lead, role: "writer" as const }] };
    const stranger = { roles: [{ memberId: "dept-earthquake", role: "verifier" as const }] };
    const refused = [
      claim.actors.moderator,
      claim.actors.writer,
      actorOf(await seedPerson(colleague)),
      actorOf(await seedPerson(stranger)),
    ];
    for (const actor of refused)
      await expect(returnAssignment(actor, { assignmentId, reason })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    expect(await workOf(claim, "verify")).toMatchObject({ status: "offered" });
  });
});
