import { describe, expect, it } from "vitest";
import type { ClaimStatus } from "#lib/claims/status";
import { meanwhile } from "#lib/claims/testing/meanwhile";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { addEvidence } from "./add-evidence.ts";
import { withdrawEvidence } from "./withdraw-evidence.ts";

const found = (claimId: string) => ({
  claimId,
  type: "official-data" as const,
  publisher: "市统计局",
  title: "月度数据",
  url: "https://example.invalid/data",
  publishedOn: "2026-01-31",
  shows: "数据与网传说法不一致。",
  isPrimary: true,
});
const refused = { code: "FORBIDDEN" };

describe("evidence", () => {
  it("is kept with who found it, for which member, and the day it was published", async () => {
    const { id, actors, lead } = await seedClaim({ status: "verifying" });
    const { userId } = actors.verifier;
    const outcome = await addEvidence(actors.verifier, found(id));
    if (!outcome.ok) throw new Error(outcome.reason);
    const { claimId, publishedOn, ...said } = found(id);
    expect(await db.evidence.findUniqueOrThrow({ where: { id: outcome.evidenceId } })).toMatchObject({
      ...said,
      claimId,
      memberId: lead,
      addedById: userId,
      publishedOn: new Date(`${publishedOn}T00:00:00Z`),
      archivedUrl: null,
      withdrawnAt: null,
    });
    expect(
      await db.event.findFirstOrThrow({ where: { subjectId: outcome.evidenceId, type: "evidence.added" } }),
    ).toMatchObject({
      claimId: id,
      actorUserId: userId,
      actorMemberId: lead,
      data: { type: said.type, primary: true },
    });
  });

  it.each<ClaimStatus>(["drafting", "review-2", "published"])(
    "is added by both members also when a claim is %s",
    async (status) => {
      const { id, actors, writer } = await seedClaim({ status });
      expect(await addEvidence(actors.verifier, found(id))).toMatchObject({ ok: true });
      const outcome = await addEvidence(actors.writer, found(id));
      if (!outcome.ok) throw new Error(outcome.reason);
      expect(await db.evidence.findUniqueOrThrow({ where: { id: outcome.evidenceId } })).toMatchObject({
        memberId: writer,
      });
    },
  );

  it("is not added to a claim that was closed, whose work was taken back", async () => {
    const { id, actors } = await seedClaim({ status: "not-checkable", closing: { from: "verifying" } });
    const before = await db.evidence.count({ where: { claimId: id } });
    await expect(addEvidence(actors.verifier, found(id))).rejects.toMatchObject(refused);
    expect(await db.evidence.count({ where: { claimId: id } })).toBe(before);
  });

  it("is added by nobody but those who took the work", async () => {
    const { id, actors } = await seedClaim({ status: "verifying" });
    const stranger = await seedPerson({ roles: [{ memberId: "dept-earthquake", role: "verifier" }] });
    for (const actor of [actors.moderator, actors.firstReviewer, actorOf(stranger)])
      await expect(addEvidence(actor, found(id))).rejects.toMatchObject(refused);
    const offered = await seedClaim({ status: "assigned" });
    await expect(addEvidence(offered.actors.verifier, found(offered.id))).rejects.toMatchObject(refused);
    await expect(addEvidence(actors.verifier, found(newId()))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("evidence that is withdrawn", () => {
  const reason = "来源后来更正了数据。";

  it("stays on record with who withdrew it and why", async () => {
    const { id, actors, evidenceIds } = await seedClaim({ status: "verifying" });
    const [evidenceId = ""] = evidenceIds;
    expect(await withdrawEvidence(actors.verifier, { evidenceId, reason })).toEqual({ ok: true });
    const evidence = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
    expect(evidence).toMatchObject({ withdrawnById: actors.verifier.userId, withdrawReason: reason });
    expect(evidence.withdrawnAt).not.toBeNull();
    const event = { subjectId: evidenceId, claimId: id, type: "evidence.withdrawn" } as const;
    expect(await db.event.findMany({ where: event })).toMatchObject([{ reason }]);
  });

  it("is withdrawn once, also by two people at once", async () => {
    const { actors, evidenceIds } = await seedClaim({ status: "verifying" });
    const [evidenceId = ""] = evidenceIds;
    const both = await Promise.all([
      withdrawEvidence(actors.verifier, { evidenceId, reason }),
      withdrawEvidence(actors.moderator, { evidenceId, reason }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: "ALREADY_WITHDRAWN" });
    expect(await db.event.count({ where: { subjectId: evidenceId, type: "evidence.withdrawn" } })).toBe(1);
  });

  it("is withdrawn before a notice that cites it is published, or after, never in between", async () => {
    const claim = await seedClaim({ status: "review-3" });
    const [evidenceId = ""] = claim.evidenceIds;
    const stands = { where: { id: evidenceId, withdrawnAt: null } };
    const outcome = await meanwhile(
      claim,
      () => withdrawEvidence(claim.actors.moderator, { evidenceId, reason }),
      async (tx) => expect(await tx.evidence.count(stands)).toBe(1),
    );
    expect(outcome).toEqual({ ok: true });
    expect(await db.evidence.count(stands)).toBe(0);
  });

  it("is withdrawn by the desk and the member that found it alone", async () => {
    const { actors, evidenceIds } = await seedClaim({ status: "verifying" });
    const [evidenceId = ""] = evidenceIds;
    for (const actor of [actors.writer, actors.secondReviewer])
      await expect(withdrawEvidence(actor, { evidenceId, reason })).rejects.toMatchObject(refused);
    expect(await withdrawEvidence(actors.moderator, { evidenceId, reason })).toEqual({ ok: true });
    await expect(withdrawEvidence(actors.moderator, { evidenceId: newId(), reason })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
