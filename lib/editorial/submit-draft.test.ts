import { describe, expect, it } from "vitest";
import { meanwhile, recall } from "#lib/claims/testing/meanwhile";
import { withdrawEvidence } from "#lib/investigation/withdraw-evidence";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { reviewDraft } from "./review-draft.ts";
import { saveDraft } from "./save-draft.ts";
import { type DraftContent, type ReviewStage, reviewStages } from "./status.ts";
import { submitDraft } from "./submit-draft.ts";

const handIn = ({ draftIds: [draftId = ""] }: SeededClaim, version = 1) => ({ draftId, version });
const state = async ({ id }: SeededClaim) => {
  const select = { status: true, drafts: { select: { status: true } } } as const;
  const { status, drafts } = await db.claim.findUniqueOrThrow({ where: { id }, select });
  return { claim: status, draft: drafts[0]?.status };
};

const reviewerOf = {
  "review-1": "firstReviewer",
  "review-2": "secondReviewer",
  "review-3": "dutyEditor",
} as const;

/** A text that a review gave back to its writer. */
async function returnedFrom(stage: ReviewStage) {
  const claim = await seedClaim({ status: stage });
  const decision = { decision: "returned" as const, checklist: [], comment: "第二点没有依据。" };
  expect(
    await reviewDraft(claim.actors[reviewerOf[stage]], { ...handIn(claim), stage, ...decision }),
  ).toEqual({ ok: true });
  return claim;
}

describe.each(reviewStages)("a text that %s returned", (stage) => {
  it("does not go in again as it was", async () => {
    const claim = await returnedFrom(stage);
    expect(await submitDraft(claim.actors.writer, handIn(claim))).toEqual({
      ok: false,
      reason: "TEXT_RETURNED",
    });
    expect(await state(claim)).toEqual({ claim: "drafting", draft: "writing" });
    const [id = ""] = claim.draftIds;
    const submitted = { status: "review-1" } as const;
    await expect(db.draft.update({ where: { id }, data: submitted })).rejects.toThrow(/was returned/);
  });

  it("goes in once it was edited", async () => {
    const claim = await returnedFrom(stage);
    const [draftId = ""] = claim.draftIds;
    const { content } = await db.draftVersion.findFirstOrThrow({ where: { draftId } });
    const input = { claimId: claim.id, draftId, baseVersion: 1 };
    const edited: DraftContent = { ...content, advice: "请以供水公司的通知为准。" };
    expect(await saveDraft(claim.actors.writer, { ...input, content: edited })).toMatchObject({ version: 2 });
    expect(await submitDraft(claim.actors.writer, handIn(claim, 2))).toEqual({ ok: true });
    expect(await state(claim)).toEqual({ claim: "review-1", draft: "review-1" });
  });
});

describe("handing a text in", () => {
  it("takes it and its claim to the first review, and is recorded", async () => {
    const claim = await seedClaim({ status: "drafting" });
    expect(await submitDraft(claim.actors.writer, handIn(claim))).toEqual({ ok: true });
    expect(await state(claim)).toEqual({ claim: "review-1", draft: "review-1" });
    const submitted = { claimId: claim.id, type: "draft.submitted" } as const;
    expect(await db.event.findMany({ where: submitted })).toMatchObject([
      { actorUserId: claim.actors.writer.userId, data: { version: 1, kind: "initial" } },
    ]);
  });

  it("happens once when two do it at once", async () => {
    const claim = await seedClaim({ status: "drafting" });
    const colleague = actorOf(
      await seedPerson({ roles: [{ memberId: claim.writer, role: "writer" as const }] }),
    );
    const both = await Promise.all([
      submitDraft(claim.actors.writer, handIn(claim)),
      submitDraft(colleague, handIn(claim)),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.event.count({ where: { claimId: claim.id, type: "draft.submitted" } })).toBe(1);
  });

  it("waits until its evidence stands, and says what is missing", async () => {
    const claim = await seedClaim({ status: "drafting" });
    for (const evidenceId of claim.evidenceIds)
      await withdrawEvidence(claim.actors.verifier, { evidenceId, reason: "不可靠。" });
    expect(await submitDraft(claim.actors.writer, handIn(claim))).toEqual({
      ok: false,
      reason: "NOT_READY",
      problems: ["no-primary-source", "point-without-evidence"],
    });
    expect(await state(claim)).toEqual({ claim: "drafting", draft: "writing" });
  });

  it("is refused to a member whose work is taken back at the same moment", async () => {
    const claim = await seedClaim({ status: "drafting" });
    const late = meanwhile(
      claim,
      () => submitDraft(claim.actors.writer, handIn(claim)),
      (tx) => recall(tx, claim, "write"),
    );
    await expect(late).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await state(claim)).toEqual({ claim: "drafting", draft: "writing" });
  });

  it("is refused for another version than the latest", async () => {
    const claim = await seedClaim({ status: "drafting" });
    expect(await submitDraft(claim.actors.writer, handIn(claim, 2))).toEqual({
      ok: false,
      reason: "DRAFT_CHANGED",
    });
  });

  it.each(["review-1", "review-2", "review-3", "published"] as const)(
    "is refused when the text is %s",
    async (status) => {
      const claim = await seedClaim({ status });
      expect(await submitDraft(claim.actors.writer, handIn(claim))).toEqual({
        ok: false,
        reason: "MOVE_REFUSED",
      });
    },
  );

  it("is refused to everybody but the writers of its member", async () => {
    const claim = await seedClaim({ status: "drafting" });
    const stranger = actorOf(await seedPerson({ roles: [{ memberId: "mc-511722", role: "writer" }] }));
    const { verifier, firstReviewer, moderator, dutyEditor } = claim.actors;
    for (const actor of [stranger, verifier, firstReviewer, moderator, dutyEditor])
      await expect(submitDraft(actor, handIn(claim))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(submitDraft(stranger, { draftId: newId(), version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
