import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import type { Role } from "#lib/access/roles";
import type { ClaimStatus } from "#lib/claims/status";
import { abandonCorrection } from "#lib/editorial/abandon-correction";
import { openCorrection } from "#lib/editorial/open-correction";
import { saveDraft } from "#lib/editorial/save-draft";
import type { CorrectionKind, DraftContent } from "#lib/editorial/status";
import { withdrawEvidence } from "#lib/investigation/withdraw-evidence";
import { db } from "#lib/platform/db";
import { acceptAssignment } from "#lib/routing/accept-assignment";
import { offerAssignment } from "#lib/routing/offer-assignment";
import { recallAssignment } from "#lib/routing/recall-assignment";
import { seedClaim } from "#seed/claims";
import type { Crew } from "#seed/crew";
import { actorOf, seedPerson } from "#seed/people";
import { publishText } from "#seed/publish-text";
import { readyReference } from "#seed/reference";

const home = "mc-510722";
const checking = "cac-510700";
const elsewhere = "mc-510723";

const person = (memberId: string, ...roles: Role[]) =>
  seedPerson({ roles: roles.map((role) => ({ memberId, role })) });

/** The four people whom the rule of four eyes asks for, and nobody else: one of each kind, who does all of its work. */
let crew: Crew;
let author: Actor;
let editor: Actor;
/** A writer of another member, for when the author is absent. */
let stranger: Actor;

beforeAll(async () => {
  await readyReference();
  const [one, all] = [
    await seedPerson({
      roles: [
        { memberId: checking, role: "verifier" },
        { memberId: home, role: "writer" },
      ],
    }),
    await person("sc-piyao", "moderator", "duty-editor"),
  ];
  crew = {
    moderator: all,
    verifier: one,
    writer: one,
    firstReviewer: await person("sc-piyao", "reviewer"),
    secondReviewer: await person("sc-piyao", "reviewer"),
    dutyEditor: all,
  };
  [author, editor] = [actorOf(one), actorOf(all)];
  stranger = actorOf(await person(elsewhere, "writer"));
});

const done = { ok: true } as const;
const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const draftOf = (id: string) => db.draft.findUniqueOrThrow({ where: { id } });
const workOf = (claimId: string, memberId: string) =>
  db.assignment.findFirstOrThrow({
    where: { claimId, memberId, purpose: "write" },
    orderBy: { offeredAt: "desc" },
  });

/** A claim that the four alone have brought so far, with its text. */
async function carry(status: ClaimStatus) {
  const claim = await seedClaim({ status, crew, lead: checking, writer: home });
  const [draftId = ""] = claim.draftIds;
  const { content } = await db.draftVersion.findFirstOrThrow({ where: { draftId } });
  return { ...claim, claimId: claim.id, draftId, content };
}

async function write(actor: Actor, claimId: string, content: DraftContent, draftId: string) {
  const { latestVersion: baseVersion } = await draftOf(draftId);
  expect(await saveDraft(actor, { claimId, draftId, baseVersion, content })).toMatchObject(done);
}

async function open(claimId: string, kind: CorrectionKind) {
  const opened = await openCorrection(editor, { claimId, kind, note: "监测数据有误" });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.draftId;
}

/** The author's work goes to another member, whose writer takes it. */
async function replaceAuthor(claimId: string) {
  const { id } = await workOf(claimId, home);
  expect(await recallAssignment(editor, { assignmentId: id, reason: "夜里无人应答" })).toEqual(done);
  const offer = { claimId, memberId: elsewhere, purpose: "write" as const };
  expect(await offerAssignment(editor, offer)).toEqual(done);
  const { id: assignmentId } = await workOf(claimId, elsewhere);
  expect(await acceptAssignment(stranger, { assignmentId })).toEqual(done);
}

describe("four people", () => {
  it("lead a report to a notice, its correction and its retraction, although one of them opens those", async () => {
    const { claimId, content, actors } = await carry("published");
    expect(await claimOf(claimId)).toMatchObject({ status: "published" });
    const correction = await open(claimId, "correction");
    await write(author, claimId, { ...content, summary: "更正后的摘要。" }, correction);
    await publishText({ actors }, correction);
    expect(await claimOf(claimId)).toMatchObject({ status: "corrected" });
    await publishText({ actors }, await open(claimId, "retraction"));
    expect(await claimOf(claimId)).toMatchObject({ status: "retracted" });
  });

  it("retract a notice without its author: another member writes", async () => {
    const { claimId, actors } = await carry("published");
    const retraction = await open(claimId, "retraction");
    await replaceAuthor(claimId);
    await publishText({ actors: { ...actors, writer: stranger } }, retraction);
    expect(await claimOf(claimId)).toMatchObject({ status: "retracted" });
  });

  it("retract a notice whose evidence was forged, before anybody finds better", async () => {
    const { claimId, evidenceIds, content, actors } = await carry("published");
    for (const evidenceId of evidenceIds)
      expect(await withdrawEvidence(editor, { evidenceId, reason: "文件系伪造" })).toEqual(done);
    const draftId = await open(claimId, "retraction");
    await publishText({ actors }, draftId);
    expect(await claimOf(claimId)).toMatchObject({ status: "retracted" });
    const { currentVersion: number, versions } = await db.debunk.findFirstOrThrow({
      where: { claimId },
      include: { versions: { orderBy: { number: "desc" } } },
    });
    expect(versions[0]).toMatchObject({
      number,
      correctionKind: "retraction",
      content: { evidence: [], points: content.points.map(({ text }) => ({ text, evidence: [] })) },
    });
  });

  it("finish a first text that its author left: the new writer's member answers for it", async () => {
    const { claimId, content, draftId, actors } = await carry("drafting");
    await replaceAuthor(claimId);
    const late = saveDraft(author, { claimId, draftId, baseVersion: 1, content });
    await expect(late).rejects.toMatchObject({ code: "FORBIDDEN" });
    await write(stranger, claimId, { ...content, summary: "换人写的摘要。" }, draftId);
    expect(await draftOf(draftId)).toMatchObject({ memberId: elsewhere });
    await publishText({ actors: { ...actors, writer: stranger } }, draftId);
  });
});

describe("a correction", () => {
  it("asks the member that wrote the notice, with a clock, and ends its work when it is published", async () => {
    const { claimId, content, actors } = await carry("published");
    const draftId = await open(claimId, "erratum");
    const work = await workOf(claimId, home);
    expect(work).toMatchObject({ status: "offered", instructions: "监测数据有误" });
    expect(await db.clock.count({ where: { assignmentId: work.id, dueAt: { not: null } } })).toBe(2);
    await write(author, claimId, { ...content, advice: "以县应急局通知为准。" }, draftId);
    expect(await workOf(claimId, home)).toMatchObject({ status: "accepted" });
    await publishText({ actors }, draftId);
    expect(await workOf(claimId, home)).toMatchObject({ status: "done" });
  });

  it("begins with the words of whoever wrote them", async () => {
    const { claimId } = await carry("published");
    const draftId = await open(claimId, "erratum");
    const first = await db.draftVersion.findFirstOrThrow({ where: { draftId } });
    expect(first.writerId).toBe(author.userId);
  });

  it("can be abandoned by the desk; the notice stays, and another one can be opened", async () => {
    const { claimId, content } = await carry("published");
    const draftId = await open(claimId, "retraction");
    const reason = "原稿没有错";
    await expect(abandonCorrection(author, { draftId, reason })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await abandonCorrection(editor, { draftId, reason })).toEqual(done);
    expect(await draftOf(draftId)).toMatchObject({ status: "abandoned" });
    expect(await claimOf(claimId)).toMatchObject({ status: "published" });
    expect(await workOf(claimId, home)).toMatchObject({ status: "withdrawn" });
    const events = { claimId, type: "correction.abandoned" as const, reason };
    expect(await db.event.count({ where: events })).toBe(1);
    const late = { claimId, draftId, baseVersion: 1, content: { ...content, title: "迟到的改动" } };
    expect(await saveDraft(author, late)).toEqual({ ok: false, reason: "MOVE_REFUSED" });
    expect(await abandonCorrection(editor, { draftId, reason })).toMatchObject({ ok: false });
    await open(claimId, "update");
  });

  it("that is abandoned while somebody saves it is either, not both", async () => {
    const { claimId, content } = await carry("published");
    const draftId = await open(claimId, "update");
    const edit = { claimId, draftId, baseVersion: 1, content: { ...content, title: "同时的改动" } };
    const outcomes = await Promise.all([
      abandonCorrection(editor, { draftId, reason: "不需要" }),
      saveDraft(author, edit),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.draftVersion.count({ where: { draftId } })).toBe(outcomes[0].ok ? 1 : 2);
  });

  it("is the only draft that is abandoned", async () => {
    const { draftId } = await carry("drafting");
    expect(await abandonCorrection(editor, { draftId, reason: "试试" })).toEqual({
      ok: false,
      reason: "MOVE_REFUSED",
    });
    await expect(db.draft.update({ where: { id: draftId }, data: { status: "abandoned" } })).rejects.toThrow(
      /drafts_abandoned/,
    );
  });
});
