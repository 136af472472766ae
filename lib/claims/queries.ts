import type { Actor } from "#lib/access/actor";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";
import { assertCanRead } from "./read-claim.ts";

const REPORTS_SHOWN = 20;

const claimSelect = {
  id: true,
  number: true,
  version: true,
  wording: true,
  status: true,
  urgency: true,
  sideState: true,
  sideReason: true,
  topicId: true,
  subtopicId: true,
  closedFrom: true,
  closedAt: true,
  closingNote: true,
  closingChannel: true,
  reportCount: true,
  createdAt: true,
  lastReportedAt: true,
  updatedAt: true,
  triageDueAt: true,
  firstWordDueAt: true,
  verdictDueAt: true,
  topic: { select: { id: true, zh: true, en: true, note: true, singleSourceRule: true } },
  subtopic: { select: { id: true, zh: true, en: true } },
  places: { select: { division: { select: { code: true, zh: true, en: true } } } },
  mergedInto: { select: { id: true, number: true, wording: true, status: true } },
  merged: { select: { id: true, number: true, wording: true, reportCount: true, version: true } },
  answeredBy: { select: { slug: true, title: true } },
  debunk: { select: { slug: true, title: true, status: true, currentVersion: true, publishedAt: true } },
} as const;

/** A claim as its page shows it, for whoever may read it. @throws AppError NOT_FOUND, FORBIDDEN */
export async function getClaim(actor: Actor, claimId: string) {
  const claim = isId(claimId)
    ? await db.claim.findUnique({ where: { id: claimId }, select: claimSelect })
    : null;
  if (!claim) throw new AppError("NOT_FOUND");
  await assertCanRead(actor, claim.id);
  return claim;
}

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
  division: { select: { zh: true, en: true } },
  contact: { select: { kind: true } },
} as const;

/** The newest reports of a claim and of what was merged into it. */
export async function listClaimReports(actor: Actor, claimId: string) {
  await assertCanRead(actor, claimId);
  return db.report.findMany({
    where: { claim: { claim: { OR: [{ id: claimId }, { mergedIntoId: claimId }] } } },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: REPORTS_SHOWN,
    select: reportSelect,
  });
}

export type ReportView = Awaited<ReturnType<typeof listClaimReports>>[number];

/** Published notices and open claims to which a claim may be the same, by shared words: suggestions for a merge or an answer. */
export async function listSimilarClaims(actor: Actor, claimId: string, tokens: readonly string[]) {
  await assertCanRead(actor, claimId);
  if (tokens.length === 0) return [];
  const found = await db.claim.findMany({
    where: { id: { not: claimId }, mergedIntoId: null, searchTokens: { hasSome: [...tokens] } },
    orderBy: { lastReportedAt: "desc" },
    take: 200,
    select: {
      id: true,
      number: true,
      wording: true,
      status: true,
      reportCount: true,
      searchTokens: true,
      debunk: { select: { slug: true, title: true } },
    },
  });
  const wanted = new Set(tokens);
  return found
    .map(({ searchTokens, ...claim }) => {
      const shared = searchTokens.filter((token) => wanted.has(token));
      return {
        ...claim,
        shared,
        score: shared.length / Math.max(1, Math.min(wanted.size, searchTokens.length)),
      };
    })
    .filter(({ score }) => score >= 0.35)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 5);
}

export type SimilarClaim = Awaited<ReturnType<typeof listSimilarClaims>>[number];
