import { can } from "#lib/access/can";
import { claimClocks } from "#lib/clocks/queries";
import type { Level, MatchVerdict } from "#lib/matching/level";
import { mapMembers } from "#lib/members/queries";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { listDivisions } from "#lib/reference/divisions";
import { nameClaims, type ReadableClaim, readableAmong } from "./read-claim.ts";

const REPORTS_SHOWN = 20;

/** What a claim shows of itself wherever it is, and as a row of the queue alone; its topic and places by their ids, which the queue knows. */
export const rowSelect = {
  id: true,
  number: true,
  version: true,
  wording: true,
  status: true,
  urgency: true,
  sideState: true,
  reportCount: true,
  askedLately: true,
  dueAt: true,
  orderAt: true,
  orderClass: true,
  repliedAt: true,
  hiddenUntil: true,
  guessedTopicId: true,
  guessedUrgency: true,
  guessedPlaces: true,
  suspicion: true,
  createdAt: true,
  lastReportedAt: true,
  topicId: true,
  clocks: claimClocks,
  places: { select: { divisionCode: true } },
} as const;

const claimSelect = {
  ...rowSelect,
  sideReason: true,
  subtopicId: true,
  closedFrom: true,
  closedAt: true,
  closingNote: true,
  closingChannel: true,
  updatedAt: true,
  snoozedUntil: true,
  _count: { select: { askings: true } },
  topic: { select: { id: true, zh: true, en: true, note: true, singleSourceRule: true } },
  subtopic: { select: { id: true, zh: true, en: true } },
  places: { select: { division: { select: { code: true, zh: true, en: true } } } },
  mergedInto: { select: { id: true, number: true, wording: true, status: true } },
  merged: { select: { id: true, number: true, wording: true, reportCount: true, version: true } },
  answeredBy: { select: { slug: true, title: true } },
  debunk: { select: { slug: true, title: true, status: true, currentVersion: true, publishedAt: true } },
} as const;

/** A claim as its page shows it. @throws AppError NOT_FOUND */
export async function getClaim({ id, actor }: ReadableClaim) {
  const claim = await db.claim.findUnique({ where: { id }, select: claimSelect });
  if (!claim) throw new AppError("NOT_FOUND");
  const opened = await readableAmong(
    actor,
    claim.merged.map((one) => one.id),
  );
  // Its duplicates are a part of it, though their pages may not be open to its reader; what it is itself a duplicate of is somebody else's.
  const [into] = await nameClaims(actor, claim.mergedInto ? [{ claim: claim.mergedInto }] : []);
  const merged = claim.merged.map((one) => ({ ...one, mayOpen: opened.has(one.id) }));
  const snooze = claim.snoozedUntil && (await latestSnooze(id));
  return { ...claim, merged, mergedInto: into?.claim ?? null, snoozedBecause: snooze?.reason ?? null };
}

const latestSnooze = (claimId: string) =>
  db.snooze.findFirst({ where: { claimId }, orderBy: { at: "desc" }, select: { reason: true } });

export type ClaimView = Awaited<ReturnType<typeof getClaim>>;

const reportSelect = {
  id: true,
  text: true,
  urls: true,
  seenOn: true,
  seenAt: true,
  note: true,
  locale: true,
  channel: true,
  submittedAt: true,
  redactions: true,
  divisionCode: true,
  memberId: true,
  claim: { select: { claimId: true, reason: true } },
  matches: {
    where: { applied: true },
    select: {
      claimId: true,
      score: true,
      level: true,
      fragments: true,
      decision: { select: { verdict: true } },
    },
  },
  contact: { select: { kind: true } },
  uploadCount: true,
  uploads: { orderBy: { position: "asc" }, select: { upload: { select: { id: true, kind: true } } } },
  messages: { orderBy: { at: "desc" }, take: 50, select: { id: true, author: true, text: true, at: true } },
} as const;

/** The newest reports of a claim and of those that it is shown for; one that was merged still has its own. */
export async function listClaimReports({ id: claimId, actor, holders }: ReadableClaim) {
  const mayOpenFiles = can(actor, "file.read", holders);
  const reports = await db.report.findMany({
    where: { claim: { OR: [{ claimId }, { claim: { sharedId: claimId } }] } },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: REPORTS_SHOWN,
    select: reportSelect,
  });
  const memberIds = reports.flatMap(({ memberId }) => memberId ?? []);
  const [divisions, members] = await Promise.all([
    listDivisions(),
    memberIds.length > 0 ? mapMembers(memberIds) : null,
  ]);
  return reports.map(({ matches, claim, uploads, divisionCode, memberId, ...report }) => ({
    ...report,
    division: divisions.find(({ code }) => code === divisionCode) ?? null,
    member: members?.get(memberId ?? "") ?? null,
    // Whoever may not open them learns how many there are.
    files: mayOpenFiles ? uploads.map(({ upload }) => upload) : [],
    messages: report.messages.toReversed(),
    joined: whyJoined(matches, claim),
  }));
}

type Applied = {
  claimId: string;
  score: number;
  level: Level;
  fragments: string[];
  decision: Decided | null;
};
type Decided = { verdict: MatchVerdict };

/** The match by which a report came where it is, when it came by itself, and what a person has said of it. */
function whyJoined(matches: readonly Applied[], membership: { claimId: string; reason: string } | null) {
  const match = matches.find(({ claimId }) => claimId === membership?.claimId);
  if (!match || membership?.reason !== "matched") return null;
  const { score, level, fragments, decision } = match;
  return { score, level, words: fragments, verdict: decision?.verdict ?? null };
}

export type ReportView = Awaited<ReturnType<typeof listClaimReports>>[number];
