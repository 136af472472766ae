import { describe, expect, it } from "vitest";
import type { ClaimStatus } from "#lib/claims/status";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { offerAssignment } from "./offer-assignment.ts";
import { returnAssignment } from "./return-assignment.ts";

const work = (claimId: string) => ({ claimId, memberId: "dept-health", purpose: "assist" as const });

describe("one more member is asked", () => {
  it.each<ClaimStatus>(["assigned", "verifying", "drafting", "review-1", "review-2", "review-3"])(
    "while a claim is %s",
    async (status) => {
      const { id, actors } = await seedClaim({ status });
      const instructions = "请协助核对原始文件。";
      expect(await offerAssignment(actors.moderator, { ...work(id), instructions })).toEqual({ ok: true });
      const offered = await db.assignment.findFirstOrThrow({ where: work(id) });
      expect(offered).toMatchObject({
        status: "offered",
        instructions,
        offeredById: actors.moderator.userId,
      });
    },
  );

  it.each<ClaimStatus>(["received", "triaged", "published", "corrected", "opinion", "duplicate"])(
    "but not while a claim is %s",
    async (status) => {
      const { id, actors } = await seedClaim({ status });
      expect(await offerAssignment(actors.moderator, work(id))).toEqual({
        ok: false,
        reason: "MOVE_REFUSED",
      });
      expect(await db.assignment.count({ where: work(id) })).toBe(0);
    },
  );

  it("once for the same work, also by two people at once", async () => {
    const { id, actors } = await seedClaim({ status: "verifying" });
    const both = await Promise.all([
      offerAssignment(actors.moderator, work(id)),
      offerAssignment(actors.dutyEditor, work(id)),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: "ALREADY_HELD" });
    expect(await db.assignment.count({ where: work(id) })).toBe(1);
    expect(await offerAssignment(actors.moderator, { ...work(id), purpose: "verify" })).toEqual({ ok: true });
  });

  it.each([
    ["write", "lead"],
    ["verify", "writer"],
  ] as const)("but who has one part of a claim is not asked to %s", async (purpose, has) => {
    const seeded = await seedClaim({ status: "verifying" });
    const offer = { claimId: seeded.id, memberId: seeded[has], purpose };
    expect(await offerAssignment(seeded.actors.moderator, offer)).toEqual({
      ok: false,
      reason: "VERIFIER_WRITES",
    });
    const row = { id: newId(), status: "offered" as const, offeredAt: new Date() };
    const offeredById = seeded.actors.moderator.userId;
    await expect(db.assignment.create({ data: { ...row, ...offer, offeredById } })).rejects.toThrow(
      /verifies and writes/,
    );
  });

  it.each(["verify", "write"] as const)(
    "nor is whom the claim is about asked to %s, but to assist",
    async (purpose) => {
      const { id, actors } = await seedClaim({
        status: "verifying",
        wording: "四川卫健委内部文件曝光。",
        lead: "dept-cdc",
      });
      const offer = { claimId: id, memberId: "dept-health", purpose };
      expect(await offerAssignment(actors.moderator, offer)).toEqual({ ok: false, reason: "CLAIM_ABOUT" });
      expect(await offerAssignment(actors.moderator, work(id))).toEqual({ ok: true });
    },
  );

  it("nor after its part is done, as long as nothing is published", async () => {
    const { id, lead, actors } = await seedClaim({ status: "review-1" });
    const offer = { claimId: id, memberId: lead, purpose: "write" as const };
    expect(await offerAssignment(actors.moderator, offer)).toMatchObject({ reason: "VERIFIER_WRITES" });
  });

  it("again after it gave the work back", async () => {
    const { id, actors, writer } = await seedClaim({ status: "verifying" });
    const writing = { claimId: id, memberId: writer, purpose: "write" } as const;
    expect(await offerAssignment(actors.moderator, writing)).toMatchObject({ reason: "ALREADY_HELD" });
    const { id: assignmentId } = await db.assignment.findFirstOrThrow({ where: writing });
    await returnAssignment(actors.writer, { assignmentId, reason: "人手不足。" });
    expect(await offerAssignment(actors.moderator, writing)).toEqual({ ok: true });
  });
});

describe("nobody is asked", () => {
  it("by a member", async () => {
    const { id, actors } = await seedClaim({ status: "verifying" });
    for (const actor of [actors.verifier, actors.writer, actors.secondReviewer])
      await expect(offerAssignment(actor, work(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("who is no member, or for a claim that does not exist", async () => {
    const { id, actors } = await seedClaim({ status: "verifying" });
    await expect(
      offerAssignment(actors.moderator, { ...work(id), memberId: "nobody" }),
    ).rejects.toMatchObject({ code: "VALIDATION", fields: [{ path: "memberId", message: "unknown" }] });
    await expect(offerAssignment(actors.moderator, work(newId()))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
