import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import type { Role } from "#lib/access/roles";
import { trackReport } from "#lib/answers/track-report";
import { placeReport } from "#lib/claims/reports/place-report";
import { triageClaim } from "#lib/claims/triage-claim";
import { openCorrection } from "#lib/editorial/open-correction";
import { reviewDraft } from "#lib/editorial/review-draft";
import { saveDraft } from "#lib/editorial/save-draft";
import { checklists, type DraftContent, type ReviewStage } from "#lib/editorial/status";
import { submitDraft } from "#lib/editorial/submit-draft";
import { submitReport } from "#lib/intake/submit-report";
import { addEvidence } from "#lib/investigation/add-evidence";
import { submitFinding } from "#lib/investigation/submit-finding";
import { db } from "#lib/platform/db";
import { acceptAssignment } from "#lib/routing/accept-assignment";
import { confirmRoute } from "#lib/routing/confirm-route";
import { actorOf, seedPerson } from "#seed/people";
import { readyReference } from "#seed/reference";
import { publishDebunk } from "./publish-debunk.ts";
import { findDebunk, listCorrections, listDebunks } from "./queries.ts";
import { searchDebunks } from "./search-debunks.ts";

const person = async (memberId: string, ...roles: Role[]): Promise<Actor> =>
  actorOf(await seedPerson({ roles: roles.map((role) => ({ memberId, role })) }));

let desk: Record<"moderator" | "verifier" | "writer" | "first" | "second" | "final", Actor>;

beforeAll(async () => {
  await readyReference();
  desk = {
    moderator: await person("sc-piyao", "moderator"),
    verifier: await person("mc-510722", "verifier"),
    writer: await person("mc-510722", "writer"),
    first: await person("mc-510722", "reviewer"),
    second: await person("sc-piyao", "reviewer"),
    final: await person("sc-piyao", "duty-editor"),
  };
});

const versionOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).version;
const textOf = (evidenceId: string): DraftContent => ({
  title: "“水库垮坝”？不实",
  titleEn: "“The dam has burst”? False",
  verdict: "false",
  summary: "水库运行正常，没有垮坝。",
  claimed: "网传三台县上游水库垮坝。",
  points: [{ text: "水利部门现场核查，大坝监测正常。", evidenceIds: [evidenceId] }],
  advice: "转移以乡镇通知为准。",
  howWeKnow: "现场核查并查阅监测记录。",
  organisation: "",
  criticises: false,
  noPrivatePerson: true,
});

/** A report that different people have carried to the writer's desk. */
async function carryToDrafting(text: string) {
  const filed = await submitReport({ text, division: "510722" }, { channel: "web", locale: "zh-CN" });
  if (!filed.ok) throw new Error(filed.reason);
  const report = await db.report.findFirstOrThrow({ where: { text } });
  await placeReport(report.id);
  const { claimId } = await db.claimReport.findUniqueOrThrow({ where: { reportId: report.id } });
  const triage = {
    claimId,
    version: 1,
    wording: text,
    topicId: "natural-disaster",
    subtopicId: "flood-dam",
    places: ["510722"],
    urgency: "P0" as const,
  };
  expect(await triageClaim(desk.moderator, triage)).toEqual({ ok: true });
  expect(await confirmRoute(desk.moderator, { claimId, version: await versionOf(claimId) })).toEqual({
    ok: true,
  });
  const offered = await db.assignment.findMany({ where: { claimId } });
  expect(offered.map(({ purpose, memberId }) => `${purpose} ${memberId}`).toSorted()).toEqual([
    "verify mc-510722",
    "write mc-510722",
  ]);
  for (const { id, purpose } of offered) {
    const actor = purpose === "verify" ? desk.verifier : desk.writer;
    expect(await acceptAssignment(actor, { assignmentId: id })).toEqual({ ok: true });
  }
  const evidence = await addEvidence(desk.verifier, {
    claimId,
    type: "on-site-visit",
    publisher: "三台县水利局",
    title: "现场核查记录",
    shows: "大坝运行正常",
    isPrimary: true,
  });
  if (!evidence.ok) throw new Error(evidence.reason);
  const finding = {
    claimId,
    verdict: "false" as const,
    keyPoints: "大坝正常\n\n按计划泄洪",
    howWeKnow: "现场",
  };
  expect(await submitFinding(desk.verifier, finding)).toEqual({ ok: true });
  return { claimId, evidenceId: evidence.evidenceId, receipt: filed.receipt };
}

async function write(claimId: string, content: DraftContent, draftId?: string, baseVersion = 0) {
  const saved = await saveDraft(desk.writer, { claimId, draftId, baseVersion, content });
  if (!saved.ok) throw new Error(saved.reason);
  return saved;
}

const reviewers = (): [ReviewStage, Actor][] => [
  ["review-1", desk.first],
  ["review-2", desk.second],
  ["review-3", desk.final],
];

async function review(draftId: string, version: number) {
  for (const [stage, actor] of reviewers()) {
    const approval = {
      draftId,
      version,
      stage,
      decision: "approved" as const,
      checklist: [...checklists[stage]],
      comment: "",
    };
    expect(await reviewDraft(actor, approval)).toEqual({ ok: true });
  }
}

async function publish(text: string) {
  const carried = await carryToDrafting(text);
  const { draftId, version } = await write(carried.claimId, textOf(carried.evidenceId));
  expect(await submitDraft(desk.writer, { draftId, version })).toEqual({ ok: true });
  await review(draftId, version);
  const published = await publishDebunk(desk.final, { draftId, version });
  if (!published.ok) throw new Error(published.reason);
  return { ...carried, draftId, version, slug: published.slug };
}

describe("the whole way", () => {
  it("leads from a citizen's report to a notice that answers it", async () => {
    const { receipt, slug, claimId } = await publish("三台上游水库垮坝了");
    expect(await trackReport(receipt)).toMatchObject({
      state: "published",
      debunk: { slug, verdict: "false" },
    });
    const timeline = (await trackReport(receipt))?.timeline.map(({ type }) => type);
    expect(timeline).toEqual([
      "report.submitted",
      "claim.received",
      "claim.triaged",
      "route.confirmed",
      "assignment.accepted",
      "assignment.accepted",
      "draft.submitted",
      "debunk.published",
    ]);
    const clocks = await db.clock.findMany({ where: { claimId }, select: { stopReason: true } });
    expect(clocks).toEqual(Array.from({ length: 7 }, () => ({ stopReason: "done" })));
    const notice = await findDebunk(slug);
    expect(notice?.current.content).toMatchObject({
      points: [{ evidence: [1] }],
      writtenBy: { id: "mc-510722" },
      verifiedBy: [{ id: "mc-510722" }],
      reviewedBy: [{ id: "mc-510722" }, { id: "sc-piyao" }, { id: "sc-piyao" }],
    });
    const inPrefecture = await listDebunks({ division: "510700", limit: 20 });
    expect(inPrefecture.items.map((item) => item.slug)).toContain(slug);
    const found = await searchDebunks("听说水库垮坝了？", { limit: 5 });
    expect(found.map((item) => item.slug)).toContain(slug);
  });

  it("goes on with a correction, which makes a second version and keeps the first", async () => {
    const { claimId, slug, receipt, evidenceId } = await publish("三台停水半个月");
    const opened = await openCorrection(desk.moderator, { claimId, kind: "erratum", note: "更正一处日期" });
    if (!opened.ok) throw new Error(opened.reason);
    const again = await openCorrection(desk.moderator, { claimId, kind: "update", note: "又一次" });
    expect(again).toEqual({ ok: false, reason: "CORRECTION_OPEN" });
    const content = { ...textOf(evidenceId), summary: "水库运行正常，没有垮坝，更正后的摘要。" };
    const { version } = await write(claimId, content, opened.draftId, 1);
    await submitDraft(desk.writer, { draftId: opened.draftId, version });
    await review(opened.draftId, version);
    expect(await publishDebunk(desk.final, { draftId: opened.draftId, version })).toMatchObject({
      ok: true,
      slug,
      version: 2,
    });
    const notice = await findDebunk(slug);
    expect(notice?.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(notice).toMatchObject({
      status: "corrected",
      current: { correctionKind: "erratum", correctionNote: "更正一处日期" },
    });
    expect((await listCorrections()).items[0]?.debunk.slug).toBe(slug);
    expect(await trackReport(receipt)).toMatchObject({ state: "corrected" });
  });
});

describe("three reviews", () => {
  it("are done by people who wrote nothing and reviewed nothing else of the version", async () => {
    const { claimId, evidenceId } = await carryToDrafting("三台地震预报");
    const { draftId, version } = await write(claimId, textOf(evidenceId));
    await submitDraft(desk.writer, { draftId, version });
    const both = actorOf(
      await seedPerson({
        roles: [
          { memberId: "mc-510722", role: "reviewer" },
          { memberId: "sc-piyao", role: "reviewer" },
        ],
      }),
    );
    const approve = (actor: Actor, stage: ReviewStage) =>
      reviewDraft(actor, {
        draftId,
        version,
        stage,
        decision: "approved",
        checklist: [...checklists[stage]],
        comment: "",
      });
    expect(await approve(both, "review-1")).toEqual({ ok: true });
    expect(await approve(both, "review-2")).toEqual({ ok: false, reason: "SAME_PERSON" });
    const writesToo = {
      ...desk.writer,
      grants: [{ memberId: "sc-piyao", role: "reviewer" as const, tier: "1" as const }],
    };
    expect(await approve(writesToo, "review-2")).toEqual({ ok: false, reason: "SAME_PERSON" });
    expect(await approve(desk.second, "review-3").catch((error) => error.code)).toBe("FORBIDDEN");
  });

  it("start again after any edit", async () => {
    const { claimId, evidenceId } = await carryToDrafting("三台大桥断裂");
    const { draftId, version } = await write(claimId, textOf(evidenceId));
    await submitDraft(desk.writer, { draftId, version });
    await review(draftId, version);
    const edited = await write(claimId, { ...textOf(evidenceId), title: "改过的标题" }, draftId, version);
    expect(await db.claim.findUniqueOrThrow({ where: { id: claimId } })).toMatchObject({
      status: "drafting",
    });
    expect(await publishDebunk(desk.final, { draftId, version })).toEqual({
      ok: false,
      reason: "DRAFT_CHANGED",
    });
    expect(await publishDebunk(desk.final, { draftId, version: edited.version })).toEqual({
      ok: false,
      reason: "MOVE_REFUSED",
    });
  });

  it("stop a text whose evidence was withdrawn after the last one", async () => {
    const { claimId, evidenceId } = await carryToDrafting("三台自来水有毒");
    const { draftId, version } = await write(claimId, textOf(evidenceId));
    await submitDraft(desk.writer, { draftId, version });
    await review(draftId, version);
    const withdrawn = {
      withdrawnAt: new Date(),
      withdrawnById: desk.verifier.userId,
      withdrawReason: "来源有误",
    };
    await db.evidence.update({ where: { id: evidenceId }, data: withdrawn });
    expect(await publishDebunk(desk.final, { draftId, version })).toMatchObject({
      ok: false,
      reason: "GATE_CLOSED",
      problems: ["no-primary-source", "point-without-evidence"],
    });
  });
});

describe("a draft", () => {
  it("is never overwritten: the later of two savers sees both texts", async () => {
    const { claimId, evidenceId } = await carryToDrafting("三台学校停课");
    const { draftId } = await write(claimId, textOf(evidenceId));
    const outcomes = await Promise.all(
      ["甲的标题", "乙的标题"].map((title) =>
        saveDraft(desk.writer, {
          claimId,
          draftId,
          baseVersion: 1,
          content: { ...textOf(evidenceId), title },
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const stale = await saveDraft(desk.writer, {
      claimId,
      draftId,
      baseVersion: 1,
      content: textOf(evidenceId),
    });
    expect(stale).toMatchObject({
      ok: false,
      reason: "DRAFT_CHANGED",
      version: 2,
      theirs: { title: expect.stringContaining("的标题") },
    });
  });

  it("goes to review only when nothing is missing", async () => {
    const { claimId, evidenceId } = await carryToDrafting("三台米价暴涨");
    const { draftId, version } = await write(claimId, {
      ...textOf(evidenceId),
      advice: "",
      noPrivatePerson: false,
    });
    expect(await submitDraft(desk.writer, { draftId, version })).toEqual({
      ok: false,
      reason: "NOT_READY",
      problems: ["no-advice", "private-person"],
    });
  });
});
