import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { db } from "#lib/platform/db";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { openCorrection } from "./open-correction.ts";
import { reviewDraft } from "./review-draft.ts";
import type { ReviewDraft } from "./schema.ts";
import { afterApproval, checklists, type ReviewStage, reviewStages } from "./status.ts";
import { submitDraft } from "./submit-draft.ts";

const reviewerOf = {
  "review-1": "firstReviewer",
  "review-2": "secondReviewer",
  "review-3": "dutyEditor",
} as const;

const review = (
  { draftIds: [draftId = ""] }: SeededClaim,
  stage: ReviewStage,
  actor: Actor,
  change: Partial<ReviewDraft> = {},
) => {
  const approval: Pick<ReviewDraft, "decision" | "checklist" | "comment"> = {
    decision: "approved",
    checklist: [...checklists[stage]],
    comment: "",
  };
  return reviewDraft(actor, { draftId, version: 1, stage, ...approval, ...change });
};
const returned: Partial<ReviewDraft> = { decision: "returned", checklist: [], comment: "第二点没有依据。" };

const textOf = ({ draftIds: [id = ""] }: SeededClaim) =>
  db.draft.findUniqueOrThrow({
    where: { id },
    include: { reviews: { orderBy: { stage: "asc" } }, claim: { select: { status: true } } },
  });
const platformReviewer = { memberId: "sc-piyao", role: "reviewer" } as const;

describe.each(reviewStages)("%s", (stage) => {
  it("passes the text on when it is approved, with who approved it and what they confirmed", async () => {
    const claim = await seedClaim({ status: stage });
    const actor = claim.actors[reviewerOf[stage]];
    expect(await review(claim, stage, actor)).toEqual({ ok: true });
    const { status, reviews } = await textOf(claim);
    expect(status).toBe(afterApproval[stage]);
    expect(reviews.at(-1)).toMatchObject({
      stage,
      decision: "approved",
      reviewerId: actor.userId,
      writerId: claim.actors.writer.userId,
      checklist: checklists[stage],
    });
  });

  it("gives the text back with its reason", async () => {
    const claim = await seedClaim({ status: stage });
    expect(await review(claim, stage, claim.actors[reviewerOf[stage]], returned)).toEqual({ ok: true });
    const { status, claim: now, reviews } = await textOf(claim);
    expect([status, now.status]).toEqual(["writing", "drafting"]);
    expect(reviews.at(-1)).toMatchObject({ stage, decision: "returned", comment: returned.comment });
    const events = await db.event.findMany({ where: { claimId: claim.id, type: "review.returned" } });
    expect(events).toMatchObject([{ reason: returned.comment, data: { stage, version: 1 } }]);
  });

  it("approves nothing while an item of its checklist is open", async () => {
    const claim = await seedClaim({ status: stage });
    const checklist = checklists[stage].slice(1);
    await expect(review(claim, stage, claim.actors[reviewerOf[stage]], { checklist })).rejects.toMatchObject({
      code: "VALIDATION",
      fields: [{ path: "checklist", message: "notTicked" }],
    });
    expect(await textOf(claim)).toMatchObject({ status: stage });
  });

  it("is refused to whoever has no such role there", async () => {
    const claim = await seedClaim({ status: stage });
    const { writer, moderator, verifier, firstReviewer } = claim.actors;
    const stranger = actorOf(await seedPerson({ roles: [{ memberId: "mc-511722", role: "reviewer" }] }));
    const others = [writer, moderator, verifier, stranger, ...(stage === "review-1" ? [] : [firstReviewer])];
    for (const actor of others)
      await expect(review(claim, stage, actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is decided once by two at once", async () => {
    const claim = await seedClaim({ status: stage });
    const role = stage === "review-3" ? "duty-editor" : "reviewer";
    const colleague = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role }] }));
    const both = await Promise.all([
      review(claim, stage, claim.actors[reviewerOf[stage]]),
      review(claim, stage, colleague, returned),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { reviews } = await textOf(claim);
    expect(reviews.filter((one) => one.stage === stage)).toHaveLength(1);
  });
});

describe("a review is refused", () => {
  it.each([
    ["drafting", "review-1"],
    ["review-1", "review-2"],
    ["review-2", "review-3"],
    ["published", "review-1"],
  ] as const)("before or after its turn: a text that is %s at %s", async (status, stage) => {
    const claim = await seedClaim({ status });
    const roles = [platformReviewer, { memberId: "sc-piyao", role: "duty-editor" }] as const;
    expect(await review(claim, stage, actorOf(await seedPerson({ roles })))).toEqual({
      ok: false,
      reason: "MOVE_REFUSED",
    });
  });

  it("of another version than the latest", async () => {
    const claim = await seedClaim({ status: "review-1" });
    const outcome = await review(claim, "review-1", claim.actors.firstReviewer, { version: 2 });
    expect(outcome).toEqual({ ok: false, reason: "DRAFT_CHANGED" });
  });

  it("to whoever wrote the text", async () => {
    const roles = [{ memberId: "media-510700", role: "writer" }, platformReviewer] as const;
    const writer = await seedPerson({ roles });
    const claim = await seedClaim({ status: "review-1", writer: "media-510700", crew: { writer } });
    const outcome = await review(claim, "review-1", claim.actors.writer);
    expect(outcome).toEqual({ ok: false, reason: "SAME_PERSON" });
    expect(await textOf(claim)).toMatchObject({ status: "review-1", reviews: [] });
  });

  it.each(["review-2", "review-3"] as const)(
    "to whoever did an earlier one: %s after the first",
    async (stage) => {
      const roles = [platformReviewer, { memberId: "sc-piyao", role: "duty-editor" }] as const;
      const firstReviewer = await seedPerson({ roles });
      const claim = await seedClaim({ status: stage, crew: { firstReviewer } });
      const outcome = await review(claim, stage, claim.actors.firstReviewer);
      expect(outcome).toEqual({ ok: false, reason: "SAME_PERSON" });
      expect(await textOf(claim)).toMatchObject({ status: stage });
    },
  );
});

it("a retraction's reviewers confirm nothing about evidence and replies, which it need not have", async () => {
  const claim = await seedClaim({ status: "published" });
  const { dutyEditor, writer, firstReviewer, secondReviewer } = claim.actors;
  const opened = await openCorrection(dutyEditor, {
    claimId: claim.id,
    kind: "retraction",
    note: "证据系伪造。",
  });
  if (!opened.ok) throw new Error(opened.reason);
  const text = { draftId: opened.draftId, version: 1 };
  expect(await submitDraft(writer, text)).toEqual({ ok: true });
  const steps = [
    { stage: "review-1", actor: firstReviewer, checklist: ["claim-fair", "plain-words"] },
    { stage: "review-2", actor: secondReviewer, checklist: ["no-private-person"] },
    { stage: "review-3", actor: dutyEditor, checklist: checklists["review-3"] },
  ] as const;
  for (const { stage, actor, checklist } of steps) {
    const approval = { ...text, stage, decision: "approved", comment: "" } as const;
    await expect(reviewDraft(actor, { ...approval, checklist: checklist.slice(1) })).rejects.toMatchObject({
      code: "VALIDATION",
    });
    expect(await reviewDraft(actor, { ...approval, checklist: [...checklist] })).toEqual({ ok: true });
  }
  const reviews = await db.review.findMany({ where: { draftId: text.draftId }, orderBy: { stage: "asc" } });
  expect(reviews.map((one) => one.checklist)).toEqual(steps.map(({ checklist }) => checklist));
});
