import { mergeClaim } from "#lib/claims/merge-claim";
import { openClaim } from "#lib/claims/open-claim";
import { confirmReport, rejectMatch } from "#lib/claims/reports/decide-match";
import { joinClaim, suggest } from "#lib/claims/reports/join-claim";
import { type LoadedReport, loadReport } from "#lib/claims/reports/load-report";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { fileReport, type ReportStory } from "./reports.ts";
import type { ClaimStory, Found } from "./story.ts";
import { done, type Step } from "./tell.ts";
import { inSight, type Told } from "./told.ts";

/** When each report of a story comes in. */
export const arrivalsOf = ({ receivedAt, reports }: ClaimStory): Date[] =>
  reports.map(({ submittedAt }, index) => submittedAt ?? after(receivedAt, index * minutes(4)));

/** The first report opens the claim; the others come to it as matching and a moderator decide. */
export function reportSteps(told: Told): Step[] {
  const arrivals = arrivalsOf(told.story);
  return told.story.reports.flatMap((report, index) => {
    const at = arrivals[index] ?? told.story.receivedAt;
    return index === 0 ? [{ at, take: () => open(told, report) }] : laterSteps(told, report, at);
  });
}

async function file(told: Told, story: ReportStory): Promise<LoadedReport> {
  const filed = await fileReport(story);
  told.reports.push(filed);
  const report = await loadReport(filed.id);
  if (!report) throw new Error("a report was filed and is not there");
  return report;
}

async function open(told: Told, story: ReportStory): Promise<void> {
  const { urgency, topicId } = told.story;
  const report = { ...(await file(told, story)), topic: { defaultUrgency: urgency }, topicId };
  told.id = await db.$transaction((tx) => openClaim(tx, report));
  const { number } = await db.claim.findUniqueOrThrow({ where: { id: told.id }, select: { number: true } });
  told.number = number;
}

/** What is the same joins, and a moderator confirms it; anything else is a claim of its own, which a moderator merges. */
function laterSteps(told: Told, story: ReportStory, at: Date): Step[] {
  const { find } = told.story;
  const found = find ? find(story.text) : surely(told);
  const decided = new Date(Math.min(after(at, minutes(3)).getTime(), after(now(), -SECONDS).getTime()));
  const other = { id: "" };
  const isSame = found?.claim === told && found.level === "same";
  return [
    { at, take: () => (isSame ? join(told, story, found) : openOther(told, story, found, other)) },
    ...(isSame && !find
      ? []
      : [{ at: decided, take: () => (isSame ? confirm(told, story) : settle(told, other.id, found)) }]),
  ];
}

const SECONDS = 5_000;

const surely = (claim: Told): Found => ({ claim, kind: "claim", score: 0.99, level: "same", why: [] });

async function join(told: Told, story: ReportStory, found: Found): Promise<void> {
  const report = await file(told, story);
  const match = { ...found, id: told.id };
  if (!(await db.$transaction((tx) => joinClaim(tx, report, match))))
    throw new Error("a report of the history came after its claim was closed");
}

async function confirm({ reports, actors }: Told, { text }: ReportStory): Promise<void> {
  const report = reports.find((filed) => filed.text === text);
  if (report) await done(confirmReport(actors.moderator, { reportId: report.id }));
}

async function openOther(told: Told, story: ReportStory, found: Found | null, other: { id: string }) {
  const report = await file(told, story);
  other.id = await db.$transaction(async (tx) => {
    const id = await openClaim(tx, report);
    if (found?.claim.id) await suggest(tx, report.id, { ...found, id: found.claim.id }, false);
    return id;
  });
}

const sameRumor = "内容与本条传言相同，合并处理。";

async function settle(told: Told, otherId: string, found: Found | null): Promise<void> {
  const { moderator } = told.actors;
  const suggested = found?.claim.id;
  if (suggested && suggested !== told.id)
    await done(rejectMatch(moderator, { claimId: otherId, otherId: suggested }));
  const seen = await inSight({ id: otherId });
  await done(mergeClaim(moderator, { ...seen, intoNumber: told.number, reason: sameRumor }));
}
