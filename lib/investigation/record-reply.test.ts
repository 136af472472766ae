import { describe, expect, it } from "vitest";
import { startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { recordReply } from "./record-reply.ts";
import { replyOutcomes } from "./vocabulary.ts";

const asked = (claimId: string) => ({
  claimId,
  organisation: "某供水公司",
  askedOn: "2026-01-31",
  outcome: "no-answer" as const,
});

describe("asking an organisation for its reply", () => {
  it.each(replyOutcomes)("is recorded with what came of it: %s", async (outcome) => {
    const { id, actors } = await seedClaim({ status: "verifying" });
    const reply = outcome === "replied" ? "公司表示没有停水计划。" : undefined;
    expect(await recordReply(actors.verifier, { ...asked(id), outcome, reply })).toEqual({ ok: true });
    const [kept] = await db.replyRequest.findMany({ where: { claimId: id } });
    expect(kept).toMatchObject({
      organisation: "某供水公司",
      outcome,
      reply: reply ?? null,
      askedAt: startOfDay("2026-01-31"),
      recordedById: actors.verifier.userId,
    });
    expect(await db.event.findMany({ where: { claimId: id, type: "reply.recorded" } })).toMatchObject([
      { subjectId: kept?.id, data: { organisation: "某供水公司", outcome } },
    ]);
  });

  it("is recorded by either member and the desk, each attempt for itself", async () => {
    const { id, actors } = await seedClaim({ status: "drafting" });
    for (const actor of [actors.verifier, actors.writer, actors.moderator, actors.dutyEditor])
      expect(await recordReply(actor, asked(id))).toEqual({ ok: true });
    expect(await db.replyRequest.count({ where: { claimId: id } })).toBe(4);
  });

  it.each(["published", "corrected", "retracted"] as const)(
    "is recorded also when a claim is %s, for the right of reply does not end there",
    async (status) => {
      const { id, actors } = await seedClaim({ status });
      expect(await recordReply(actors.writer, asked(id))).toEqual({ ok: true });
    },
  );

  it.each(["received", "opinion", "duplicate", "not-checkable"] as const)(
    "is not recorded for a claim that nobody verifies: %s",
    async (status) => {
      const { id, actors } = await seedClaim({ status });
      expect(await recordReply(actors.moderator, asked(id))).toEqual({ ok: false, reason: "MOVE_REFUSED" });
      expect(await db.replyRequest.count({ where: { claimId: id } })).toBe(0);
      expect(await db.event.count({ where: { claimId: id, type: "reply.recorded" } })).toBe(0);
    },
  );

  it("is recorded by nobody else, and for no claim that does not exist", async () => {
    const { id, actors } = await seedClaim({ status: "verifying" });
    const stranger = await seedPerson({ roles: [{ memberId: "dept-earthquake", role: "verifier" }] });
    for (const actor of [actors.secondReviewer, actors.firstReviewer, actorOf(stranger)])
      await expect(recordReply(actor, asked(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db.replyRequest.count({ where: { claimId: id } })).toBe(0);
    await expect(recordReply(actors.moderator, asked(newId()))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
