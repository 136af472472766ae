import { describe, expect, it } from "vitest";
import type { ClaimStatus } from "#lib/claims/status";
import { meanwhile, recall } from "#lib/claims/testing/meanwhile";
import { db } from "#lib/platform/db";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { submitFinding } from "./submit-finding.ts";
import { withdrawEvidence } from "./withdraw-evidence.ts";

const finding = ({ id }: SeededClaim) => ({
  claimId: id,
  verdict: "misleading" as const,
  keyPoints: "第一点。\n\n  第二点。  \n",
  howWeKnow: "向主管部门求证。",
});
const now = ({ id }: SeededClaim) => db.claim.findUniqueOrThrow({ where: { id } });
const findings = ({ id }: SeededClaim) =>
  db.finding.findMany({ where: { claimId: id }, orderBy: { id: "asc" } });

describe("the finding", () => {
  it("is kept point by point with who found it, ends the verifying and opens the writing", async () => {
    const claim = await seedClaim({ status: "verifying" });
    const { userId } = claim.actors.verifier;
    expect(await submitFinding(claim.actors.verifier, finding(claim))).toEqual({ ok: true });
    expect(await findings(claim)).toMatchObject([
      {
        verdict: "misleading",
        keyPoints: ["第一点。", "第二点。"],
        memberId: claim.lead,
        foundById: userId,
      },
    ]);
    expect(await now(claim)).toMatchObject({ status: "drafting" });
    const work = await db.assignment.findMany({
      where: { claimId: claim.id },
      orderBy: { purpose: "asc" },
      select: { purpose: true, status: true },
    });
    expect(work).toEqual([
      { purpose: "verify", status: "done" },
      { purpose: "write", status: "accepted" },
    ]);
    const submitted = { claimId: claim.id, type: "finding.submitted" } as const;
    expect(await db.event.findMany({ where: submitted })).toMatchObject([
      { actorUserId: userId, actorMemberId: claim.lead, data: { verdict: "misleading" } },
    ]);
  });

  it("may be replaced while the text is written, and the first one stays on record", async () => {
    const claim = await seedClaim({ status: "drafting", verdict: "false" });
    expect(await submitFinding(claim.actors.verifier, finding(claim))).toEqual({ ok: true });
    expect(await findings(claim)).toMatchObject([{ verdict: "false" }, { verdict: "misleading" }]);
    expect(await now(claim)).toMatchObject({ status: "drafting" });
  });

  it("of two people at once moves the claim once", async () => {
    const claim = await seedClaim({ status: "verifying" });
    const colleague = actorOf(
      await seedPerson({ roles: [{ memberId: claim.lead, role: "coordinator" as const }] }),
    );
    await Promise.all([
      submitFinding(claim.actors.verifier, finding(claim)),
      submitFinding(colleague, finding(claim)),
    ]);
    const moves = await db.event.findMany({ where: { claimId: claim.id, type: "claim.moved" } });
    expect(moves.filter(({ data }) => JSON.stringify(data).includes('"drafting"'))).toHaveLength(1);
    expect(await now(claim)).toMatchObject({ status: "drafting" });
  });
});

describe("no finding", () => {
  it("stands without evidence: what was withdrawn counts no more", async () => {
    const claim = await seedClaim({ status: "verifying" });
    for (const evidenceId of claim.evidenceIds)
      await withdrawEvidence(claim.actors.verifier, { evidenceId, reason: "不可靠。" });
    expect(await submitFinding(claim.actors.verifier, finding(claim))).toEqual({
      ok: false,
      reason: "NO_EVIDENCE",
    });
    expect(await findings(claim)).toEqual([]);
    expect(await now(claim)).toMatchObject({ status: "verifying" });
  });

  it.each<ClaimStatus>(["review-1", "review-3", "published", "corrected"])(
    "changes a claim that is %s",
    async (status) => {
      const claim = await seedClaim({ status });
      expect(await submitFinding(claim.actors.verifier, finding(claim))).toEqual({
        ok: false,
        reason: "MOVE_REFUSED",
      });
      expect(await findings(claim)).toHaveLength(1);
    },
  );

  it("comes from a member whose work is taken back at the same moment", async () => {
    const claim = await seedClaim({ status: "verifying" });
    const late = meanwhile(
      claim,
      () => submitFinding(claim.actors.verifier, finding(claim)),
      (tx) => recall(tx, claim, "verify"),
    );
    await expect(late).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await findings(claim)).toEqual([]);
  });

  it("comes from anybody but the member that took the verification", async () => {
    const claim = await seedClaim({ status: "verifying" });
    const { moderator, dutyEditor, writer } = claim.actors;
    const stranger = actorOf(
      await seedPerson({ roles: [{ memberId: "dept-earthquake", role: "verifier" as const }] }),
    );
    const verifierOfWriter = actorOf(
      await seedPerson({ roles: [{ memberId: claim.writer, role: "verifier" as const }] }),
    );
    for (const actor of [moderator, dutyEditor, writer, stranger, verifierOfWriter])
      await expect(submitFinding(actor, finding(claim))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const offered = await seedClaim({ status: "assigned" });
    await expect(submitFinding(offered.actors.verifier, finding(offered))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await findings(claim)).toEqual([]);
  });
});
