import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { templateOf } from "#lib/claims/reports/burst";
import { type LoadedReport, saidIn } from "#lib/claims/reports/load-report";
import { startClocks } from "#lib/clocks/start-clocks";
import { saysSomething, wordingOf } from "#lib/matching/wording";
import type { Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { shorten } from "#lib/platform/text";
import type { Urgency } from "#lib/reference/urgency";
import { withoutFrame } from "#lib/wording/frame";
import { linksIn, withoutUrls } from "#lib/wording/links";

const WORDING_LIMIT = 120;
/** A report of which nothing could be read; people give the claim its wording. */
const SPEECHLESS = "（只有图片或文件）";

/** Why and by whom the report stands in its claim. */
type Membership = { reason: "first" } | { reason: "moved"; addedById: string };

type Opened = {
  membership?: Membership;
  /** Other reports of it, all of them later ones. */
  others?: readonly LoadedReport[];
  /** What it says, where somebody has put it in words. */
  wording?: string | undefined;
};

/** Makes a claim of a report that repeats none, so that it stands in the desk's queue, or apart from it. */
export async function openClaim(
  tx: Tx,
  report: LoadedReport,
  { membership = { reason: "first" }, others = [], wording }: Opened = {},
): Promise<string> {
  const { submittedAt } = report;
  // What a person has put there was looked at.
  const suspicion = membership.reason === "moved" ? null : report.suspicion;
  const reports = [report, ...others];
  const id = newId();
  const urgency: Urgency = report.topic?.defaultUrgency ?? "P2";
  await tx.claim.create({
    data: {
      id,
      wording: wording ?? firstWording(report),
      status: "received",
      urgency,
      suspicion,
      topicId: report.topicId,
      reportCount: reports.length,
      createdAt: submittedAt,
      updatedAt: submittedAt,
      lastReportedAt: reports.at(-1)?.submittedAt ?? submittedAt,
    },
  });
  const pauseReason = suspicion ? "kept-apart" : null;
  await startClocks(tx, { claimId: id, urgency, at: submittedAt, pauseReason });
  if (report.divisionCode) {
    await tx.claimPlace.create({ data: { claimId: id, divisionCode: report.divisionCode } });
  }
  await tx.claimReport.createMany({
    data: reports.map((each) => ({
      reportId: each.id,
      claimId: id,
      addedAt: each.submittedAt,
      template: templateOf(saidIn(each)),
      ...membership,
    })),
  });
  const by = { actor: system, subjectId: id, claimId: id, at: submittedAt } as const;
  await recordEvent(tx, { ...by, type: "claim.received" });
  if (suspicion) await recordEvent(tx, { ...by, type: "claim.quarantined", data: { suspicion } });
  return id;
}

/** What a claim says as long as nobody has put it in words: its report's own, else a link. */
function firstWording(report: LoadedReport): string {
  const said = saidIn(report);
  const link = report.urls[0] ?? linksIn(said)[0]?.address;
  const stated = [said, report.note ?? ""].filter(saysSomething).map(statedClaim).find(Boolean);
  return shorten(stated ?? link ?? (statedClaim(said) || SPEECHLESS), WORDING_LIMIT);
}

/** The part of a message that says the claim, in its own characters: without what apps and people put around it. */
function statedClaim(message: string): string {
  const written = withoutFrame(message);
  const { text, from, to } = wordingOf(message);
  const claim = text === "" ? withoutUrls(written) : written.slice(from[0], to[text.length - 1]);
  return /[^\s\p{P}]/u.test(claim) ? claim.trim() : "";
}
