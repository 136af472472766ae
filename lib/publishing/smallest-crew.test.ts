import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import type { Role } from "#lib/access/roles";
import { triageClaim } from "#lib/claims/triage-claim";
import { abandonCorrection } from "#lib/editorial/abandon-correction";
import { openCorrection } from "#lib/editorial/open-correction";
import { reviewDraft } from "#lib/editorial/review-draft";
import { saveDraft } from "#lib/editorial/save-draft";
import { type CorrectionKind, checklists, type DraftContent, reviewStages } from "#lib/editorial/status";
import { submitDraft } from "#lib/editorial/submit-draft";
import { addEvidence } from "#lib/investigation/add-evidence";
import { submitFinding } from "#lib/investigation/submit-finding";
import { db } from "#lib/platform/db";
import { acceptAssignment } from "#lib/routing/accept-assignment";
import { confirmRoute } from "#lib/routing/confirm-route";
import { offerAssignment } from "#lib/routing/offer-assignment";
import { recallAssignment } from "#lib/routing/recall-assignment";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { publishDebunk } from "./publish-debunk.ts";

const home = "mc-510722";
const elsewhere = "mc-510723";

const person = async (memberId: string, ...roles: Role[]): Promise<Actor> =>
  actorOf(await seedPerson({ roles: roles.map((role) => ({ memberId, role })) }));

/** The four people whom the rule of four eyes asks for, and nobody else: one of each kind, who does all of its work. */
let crew: Record<"author" | "first" | "second" | "editor", Actor>;
/** A writer of another member, for when the author is absent. */
let stranger: Actor;

beforeAll(async () => {
  await readyReference();
  crew = {
    author: await person(home, "verifier", "writer"),
    first: await person("sc-piyao", "reviewer"),
    second: await person("sc-piyao", "reviewer"),
    editor: await person("sc-piyao", "moderator", "duty-editor"),
  };
  stranger = await person(elsewhere, "writer");
});

const done = { ok: true } as const;
const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const draftOf = (id: string) => db.draft.findUniqueOrThrow({ where: { id } });
const workOf = (claimId: string, memberId: string) =>
  db.assignment.findFirstOrThrow({
    where: { claimId, memberId, purpose: "write" },
    orderBy: { offeredAt: "desc" },
  });

const textOf = (evidenceId: string): DraftContent => ({
  title: "“水库垮坝”？不实",
  titleEn: "",
  verdict: "false",
  summary: "水库运行正常，没有垮坝。",
  claimed: "网传上游水库垮坝。",
  points: [{ text: "水利部门现场核查，大坝监测正常。", evidenceIds: [evidenceId] }],
  advice: "转移以乡镇通知为准。",
  howWeKnow: "现场核查并查阅监测记录。",
  organisation: "",
  criticises: false,
  noPrivatePerson: true,
});

/** From a report to the finding, by the author and the editor alone. */
async function carryToDrafting() {
  const { id: claimId, version } = await seedClaim();
  const facts = {
    wording: "上游水库垮坝了",
    topicId: "natural-disaster",
    places: ["510722"],
    urgency: "P0" as const,
  };
  expect(await triageClaim(crew.editor, { claimId, version, ...facts })).toEqual(done);
  const route = { leadMemberId: home, writerMemberId: home };
  const { version: triaged } = await claimOf(claimId);
  expect(await confirmRoute(crew.editor, { claimId, version: triaged, ...route })).toEqual(done);
  for (const { id } of await db.assignment.findMany({ where: { claimId } }))
    expect(await acceptAssignment(crew.author, { assignmentId: id })).toEqual(done);
  const evidence = await addEvidence(crew.author, {
    claimId,
    type: "on-site-visit",
    publisher: "三台县水利局",
    title: "现场核查记录",
    shows: "大坝运行正常",
    isPrimary: true,
  });
  if (!evidence.ok) throw new Error(evidence.reason);
  const finding = { verdict: "false", keyPoints: "大坝正常", howWeKnow: "现场" } as const;
  expect(await submitFinding(crew.author, { claimId, ...finding })).toEqual(done);
  return { claimId, content: textOf(evidence.evidenceId) };
}

async function write(actor: Actor, claimId: string, content: DraftContent, draftId?: string) {
  const baseVersion = draftId ? (await draftOf(draftId)).latestVersion : 0;
  const saved = await saveDraft(actor, { claimId, draftId, baseVersion, content });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.draftId;
}

/** From the writer's desk to the readers: submitted, reviewed by the three others, published by the last of them. */
async function publish(draftId: string, writer = crew.author) {
  const { latestVersion: version } = await draftOf(draftId);
  expect(await submitDraft(writer, { draftId, version })).toEqual(done);
  const reviewers = [crew.first, crew.second, crew.editor];
  for (const [at, stage] of reviewStages.entries()) {
    const approval = { draftId, version, stage, decision: "approved" as const, comment: "" };
    const reviewer = reviewers[at] as Actor;
    expect(await reviewDraft(reviewer, { ...approval, checklist: [...checklists[stage]] })).toEqual(done);
  }
  expect(await publishDebunk(crew.editor, { draftId, version })).toMatchObject(done);
}

async function publishFirst() {
  const { claimId, content } = await carryToDrafting();
  await publish(await write(crew.author, claimId, content));
  expect(await claimOf(claimId)).toMatchObject({ status: "published" });
  return { claimId, content };
}

async function open(claimId: string, kind: CorrectionKind) {
  const opened = await openCorrection(crew.editor, { claimId, kind, note: "监测数据有误" });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.draftId;
}

describe("four people", () => {
  it("lead a report to a notice, its correction and its retraction, although one of them opens those", async () => {
    const { claimId, content } = await publishFirst();
    const correction = await open(claimId, "correction");
    await write(crew.author, claimId, { ...content, summary: "更正后的摘要。" }, correction);
    await publish(correction);
    expect(await claimOf(claimId)).toMatchObject({ status: "corrected" });
    const retraction = await open(claimId, "retraction");
    await publish(retraction);
    expect(await claimOf(claimId)).toMatchObject({ status: "retracted" });
  });

  it("retract a notice without its author: another member writes", async () => {
    const { claimId } = await publishFirst();
    const retraction = await open(claimId, "retraction");
    const { id } = await workOf(claimId, home);
    expect(await recallAssignment(crew.editor, { assignmentId: id, reason: "夜里无人应答" })).toEqual(done);
    const offer = { claimId, memberId: elsewhere, purpose: "write" as const };
    expect(await offerAssignment(crew.editor, offer)).toEqual(done);
    const { id: assignmentId } = await workOf(claimId, elsewhere);
    expect(await acceptAssignment(stranger, { assignmentId })).toEqual(done);
    await publish(retraction, stranger);
    expect(await claimOf(claimId)).toMatchObject({ status: "retracted" });
  });

  it("finish a first text that its author left: the new writer's member answers for it", async () => {
    const { claimId, content } = await carryToDrafting();
    const draftId = await write(crew.author, claimId, content);
    const { id } = await workOf(claimId, home);
    expect(await recallAssignment(crew.editor, { assignmentId: id, reason: "休假" })).toEqual(done);
    const offer = { claimId, memberId: elsewhere, purpose: "write" as const };
    expect(await offerAssignment(crew.editor, offer)).toEqual(done);
    const { id: assignmentId } = await workOf(claimId, elsewhere);
    expect(await acceptAssignment(stranger, { assignmentId })).toEqual(done);
    const late = saveDraft(crew.author, { claimId, draftId, baseVersion: 1, content });
    await expect(late).rejects.toMatchObject({ code: "FORBIDDEN" });
    await write(stranger, claimId, { ...content, summary: "换人写的摘要。" }, draftId);
    expect(await draftOf(draftId)).toMatchObject({ memberId: elsewhere });
    await publish(draftId, stranger);
  });
});

describe("a correction", () => {
  it("asks the member that wrote the notice, with a clock, and ends its work when it is published", async () => {
    const { claimId, content } = await publishFirst();
    const draftId = await open(claimId, "erratum");
    const work = await workOf(claimId, home);
    expect(work).toMatchObject({ status: "offered", instructions: "监测数据有误" });
    expect(await db.clock.count({ where: { assignmentId: work.id, dueAt: { not: null } } })).toBe(2);
    await write(crew.author, claimId, { ...content, advice: "以县应急局通知为准。" }, draftId);
    expect(await workOf(claimId, home)).toMatchObject({ status: "accepted" });
    await publish(draftId);
    expect(await workOf(claimId, home)).toMatchObject({ status: "done" });
  });

  it("begins with the words of whoever wrote them", async () => {
    const { claimId } = await publishFirst();
    const draftId = await open(claimId, "erratum");
    const first = await db.draftVersion.findFirstOrThrow({ where: { draftId } });
    expect(first.writerId).toBe(crew.author.userId);
  });

  it("can be abandoned by the desk; the notice stays, and another one can be opened", async () => {
    const { claimId, content } = await publishFirst();
    const draftId = await open(claimId, "retraction");
    const reason = "原稿没有错";
    await expect(abandonCorrection(crew.author, { draftId, reason })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await abandonCorrection(crew.editor, { draftId, reason })).toEqual(done);
    expect(await draftOf(draftId)).toMatchObject({ status: "abandoned" });
    expect(await claimOf(claimId)).toMatchObject({ status: "published" });
    expect(await workOf(claimId, home)).toMatchObject({ status: "withdrawn" });
    const events = { claimId, type: "correction.abandoned" as const, reason };
    expect(await db.event.count({ where: events })).toBe(1);
    const late = { claimId, draftId, baseVersion: 1, content: { ...content, title: "迟到的改动" } };
    expect(await saveDraft(crew.author, late)).toEqual({ ok: false, reason: "MOVE_REFUSED" });
    expect(await abandonCorrection(crew.editor, { draftId, reason })).toMatchObject({ ok: false });
    await open(claimId, "update");
  });

  it("that is abandoned while somebody saves it is either, not both", async () => {
    const { claimId, content } = await publishFirst();
    const draftId = await open(claimId, "update");
    const edit = { claimId, draftId, baseVersion: 1, content: { ...content, title: "同时的改动" } };
    const outcomes = await Promise.all([
      abandonCorrection(crew.editor, { draftId, reason: "不需要" }),
      saveDraft(crew.author, edit),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.draftVersion.count({ where: { draftId } })).toBe(outcomes[0].ok ? 1 : 2);
  });

  it("is the only draft that is abandoned", async () => {
    const { claimId, content } = await carryToDrafting();
    const draftId = await write(crew.author, claimId, content);
    expect(await abandonCorrection(crew.editor, { draftId, reason: "试试" })).toEqual({
      ok: false,
      reason: "MOVE_REFUSED",
    });
    await expect(db.draft.update({ where: { id: draftId }, data: { status: "abandoned" } })).rejects.toThrow(
      /drafts_abandoned/,
    );
  });
});
