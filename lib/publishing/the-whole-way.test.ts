import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import type { Role } from "#lib/access/roles";
import { trackReport } from "#lib/answers/track-report";
import { placeReport } from "#lib/claims/reports/place-report";
import { triageClaim } from "#lib/claims/triage-claim";
import { openCorrection } from "#lib/editorial/open-correction";
import { saveDraft } from "#lib/editorial/save-draft";
import type { DraftContent } from "#lib/editorial/status";
import { submitReport } from "#lib/intake/submit-report";
import { addEvidence } from "#lib/investigation/add-evidence";
import { submitFinding } from "#lib/investigation/submit-finding";
import { db } from "#lib/platform/db";
import { acceptAssignment } from "#lib/routing/accept-assignment";
import { confirmRoute } from "#lib/routing/confirm-route";
import { seedClaim } from "#seed/claims";
import type { Crew } from "#seed/crew";
import { actorOf, seedPerson } from "#seed/people";
import { publishText } from "#seed/publish-text";
import { readyReference } from "#seed/reference";
import { done } from "#seed/tell";
import { findDebunk, listCorrections, listDebunks } from "./queries.ts";
import { searchDebunks } from "./search-debunks.ts";

const person = async (memberId: string, role: Role): Promise<Actor> =>
  actorOf(await seedPerson({ roles: [{ memberId, role }] }));

let desk: Record<keyof Crew, Actor>;

beforeAll(async () => {
  await readyReference();
  desk = {
    moderator: await person("sc-piyao", "moderator"),
    verifier: await person("dept-water", "verifier"),
    writer: await person("mc-510722", "writer"),
    firstReviewer: await person("mc-510722", "reviewer"),
    secondReviewer: await person("sc-piyao", "reviewer"),
    dutyEditor: await person("sc-piyao", "duty-editor"),
  };
});

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

/** A citizen's report, accepted and given to those who are to verify it and to write. */
async function carryToWork(text: string) {
  const { receipt } = await done(
    submitReport({ text, division: "510722" }, { channel: "web", locale: "zh-CN" }),
  );
  const report = await db.report.findFirstOrThrow({ where: { text } });
  await placeReport(report.id);
  const { claimId } = await db.claimReport.findUniqueOrThrow({ where: { reportId: report.id } });
  const facts = { topicId: "natural-disaster", subtopicId: "flood-dam", places: ["510722"] };
  const triage = { claimId, version: 1, wording: text, urgency: "P0" as const, ...facts };
  await done(triageClaim(desk.moderator, triage));
  const { version } = await db.claim.findUniqueOrThrow({ where: { id: claimId } });
  await done(confirmRoute(desk.moderator, { claimId, version }));
  const offered = await db.assignment.findMany({ where: { claimId } });
  expect(offered.map(({ purpose, memberId }) => `${purpose} ${memberId}`).toSorted()).toEqual([
    "verify dept-water",
    "write mc-510722",
  ]);
  for (const { id, purpose } of offered) {
    const actor = purpose === "verify" ? desk.verifier : desk.writer;
    await done(acceptAssignment(actor, { assignmentId: id }));
  }
  return { claimId, receipt };
}

/** The finding with its evidence, and the notice that says so. */
async function carryToReaders(claimId: string) {
  const { evidenceId } = await done(
    addEvidence(desk.verifier, {
      claimId,
      type: "on-site-visit",
      publisher: "三台县水利局",
      title: "现场核查记录",
      shows: "大坝运行正常",
      isPrimary: true,
    }),
  );
  const finding = { verdict: "false", keyPoints: "大坝正常\n\n按计划泄洪", howWeKnow: "现场" } as const;
  await done(submitFinding(desk.verifier, { claimId, ...finding }));
  const text = { claimId, baseVersion: 0, content: textOf(evidenceId) };
  const { draftId } = await done(saveDraft(desk.writer, text));
  return publishText({ actors: desk }, draftId);
}

it("leads from a citizen's report to a notice that answers it", async () => {
  const { claimId, receipt } = await carryToWork("三台上游水库垮坝了");
  const { slug } = await carryToReaders(claimId);
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
    verifiedBy: [{ id: "dept-water" }],
    reviewedBy: [{ id: "mc-510722" }, { id: "sc-piyao" }, { id: "sc-piyao" }],
  });
  const inPrefecture = await listDebunks({ division: "510700", limit: 20 });
  expect(inPrefecture.items.map((item) => item.slug)).toContain(slug);
  const found = await searchDebunks("听说水库垮坝了？", { limit: 5 });
  expect(found.map((item) => item.slug)).toContain(slug);
});

it("goes on with a correction, which makes a second version and keeps the first", async () => {
  const claim = await seedClaim({ status: "published" });
  const { id: claimId, actors, evidenceIds } = claim;
  const correction = { claimId, kind: "erratum", note: "更正一处日期" } as const;
  const { draftId } = await done(openCorrection(actors.moderator, correction));
  const again = await openCorrection(actors.moderator, { ...correction, kind: "update", note: "又一次" });
  expect(again).toEqual({ ok: false, reason: "CORRECTION_OPEN" });
  const content = { ...textOf(evidenceIds[0] ?? ""), summary: "更正后的摘要。" };
  await done(saveDraft(actors.writer, { claimId, draftId, baseVersion: 1, content }));
  const slug = claim.debunk?.slug ?? "";
  expect(await publishText(claim, draftId)).toMatchObject({ slug, version: 2 });
  const notice = await findDebunk(slug);
  expect(notice?.versions.map(({ number }) => number)).toEqual([2, 1]);
  expect(notice).toMatchObject({
    status: "corrected",
    current: { correctionKind: "erratum", correctionNote: "更正一处日期" },
  });
  expect((await listCorrections()).items[0]?.debunk.slug).toBe(slug);
  expect(await trackReport(claim.reports[0]?.receipt ?? "")).toMatchObject({ state: "corrected" });
});
