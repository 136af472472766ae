import { expect, it } from "vitest";
import type { Role } from "#lib/access/roles";
import { recordEvent } from "#lib/audit/record-event";
import { closeClaim } from "#lib/claims/close-claim";
import { triageClaim } from "#lib/claims/triage-claim";
import { reviewDraft } from "#lib/editorial/review-draft";
import { saveDraft } from "#lib/editorial/save-draft";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { findWhoWasFirst } from "./find-who-was-first.ts";

const somebody = async (memberId: string, role: Role, name: string) =>
  actorOf(await seedPerson({ name, roles: [{ memberId, role }] }));

it("tells whoever came second who decided what, and why", async () => {
  const [first, second] = [
    await somebody("sc-piyao", "moderator", "先到的人"),
    await somebody("sc-piyao", "moderator", "后到的人"),
  ];
  const claim = await seedClaim();
  const close = {
    claimId: claim.id,
    version: claim.version,
    closing: "opinion",
    note: "这是看法，不是事实。",
  } as const;
  const outcomes = [await closeClaim(first, close), await closeClaim(second, close)];
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
  const found = await findWhoWasFirst(second, close);
  expect(found?.event).toMatchObject({
    type: "claim.closed",
    actorRole: "moderator",
    reason: "这是看法，不是事实。",
    data: { closing: "opinion" },
  });
  expect(found?.people).toEqual(new Map([[first.userId, "先到的人"]]));
  expect(found?.members).toEqual([expect.objectContaining({ id: "sc-piyao" })]);
});

it("names the topics and places that the decision mentions, and no others", async () => {
  const [first, second] = [
    await somebody("sc-piyao", "moderator", "甲"),
    await somebody("sc-piyao", "moderator", "乙"),
  ];
  const claim = await seedClaim();
  await triageClaim(first, {
    claimId: claim.id,
    version: claim.version,
    wording: "这条传言说的是一件事",
    topicId: "health",
    subtopicId: undefined,
    urgency: "P2",
    places: ["510100"],
  } as Parameters<typeof triageClaim>[1]);
  const found = await findWhoWasFirst(second, { claimId: claim.id });
  expect(found?.event.type).toBe("claim.triaged");
  expect(found?.topics.map(({ id }) => id)).toEqual(["health"]);
  expect(found?.divisions.map(({ code }) => code)).toEqual(["510100"]);
});

it("does not tell of one's own decision, nor a member of whom else was asked, nor anybody of a claim that is not theirs", async () => {
  const claim = await seedClaim({ status: "verifying" });
  const [lead, stranger, desk] = [
    await somebody(claim.lead, "verifier", "核实的人"),
    await somebody("dept-education", "verifier", "外人"),
    await somebody("sc-piyao", "moderator", "值班的人"),
  ];
  const by = { kind: "person", userId: desk.userId, role: "moderator", memberId: "sc-piyao" } as const;
  const about = { actor: by, subjectId: claim.id, claimId: claim.id };
  await recordEvent(db, { ...about, type: "claim.waiting", reason: "等材料" });
  await recordEvent(db, {
    ...about,
    type: "assignment.offered",
    data: { member: "dept-health", purpose: "assist" },
  });
  const work = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id, memberId: claim.lead } });
  expect((await findWhoWasFirst(lead, { assignmentId: work.id }))?.event).toMatchObject({
    type: "claim.waiting",
    reason: "等材料",
  });
  expect((await findWhoWasFirst(lead, { claimId: claim.id }))?.people.get(desk.userId)).toBe("值班的人");
  expect((await findWhoWasFirst(desk, { claimId: claim.id }))?.event.actorUserId).not.toBe(desk.userId);
  expect(await findWhoWasFirst(stranger, { claimId: claim.id })).toBeNull();
  expect(await findWhoWasFirst(stranger, { assignmentId: work.id })).toBeNull();
});

it("tells whoever comes second with a text who went on with it, by the text alone", async () => {
  const claim = await seedClaim({ status: "review-1" });
  const [draftId = ""] = claim.draftIds;
  const [first, second] = [
    await somebody("sc-piyao", "reviewer", "先审的人"),
    await somebody("sc-piyao", "reviewer", "后审的人"),
  ];
  const { latestVersion: version } = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
  const review = { draftId, version, stage: "review-1" as const, checklist: [] };
  const returned = await reviewDraft(first, { ...review, decision: "returned", comment: "请补一处出处。" });
  expect(returned).toEqual({ ok: true });
  const late = await reviewDraft(second, { ...review, decision: "returned", comment: "我也看过了。" });
  expect(late).toEqual({ ok: false, reason: "MOVE_REFUSED" });
  const found = await findWhoWasFirst(second, { draftId });
  expect(found?.event).toMatchObject({ type: "review.returned", reason: "请补一处出处。" });
  expect(found?.people.get(first.userId)).toBe("先审的人");

  const { writer } = claim.actors;
  const { content } = await db.draftVersion.findFirstOrThrow({ where: { draftId } });
  const saved = { claimId: claim.id, draftId, baseVersion: version };
  expect(await saveDraft(writer, { ...saved, content: { ...content, advice: "不必囤水。" } })).toMatchObject({
    ok: true,
  });
  expect((await findWhoWasFirst(second, { draftId }))?.event).toMatchObject({ type: "draft.saved" });
  // A claim is not decided about by saving its text.
  expect((await findWhoWasFirst(second, { claimId: claim.id }))?.event).toMatchObject({
    type: "review.returned",
  });
});
