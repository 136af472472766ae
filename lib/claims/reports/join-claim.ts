import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { decisions } from "#lib/claims/status";
import type { Match } from "#lib/matching/match";
import { now } from "#lib/platform/clock";
import { Prisma, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { templateOf } from "./burst.ts";
import { type LoadedReport, saidIn } from "./load-report.ts";
import { recordRelease } from "./release-claim.ts";

/**
 * Puts a report into the claim that it repeats, with the reason: one that is worked on, has its notice, or was closed with
 * a decision that its sender then reads; false when the claim has come to another end in the meantime.
 * The claim's version stays: its editors have seen everything that they decide about.
 */
export async function joinClaim(tx: Tx, report: LoadedReport, match: Match): Promise<boolean> {
  const [claim] = await tx.$queryRaw<{ released: boolean }[]>`
    UPDATE claims SET report_count = report_count + 1, updated_at = ${now()},
      last_reported_at = greatest(last_reported_at, ${report.submittedAt}),
      suspicion = CASE WHEN ${report.suspicion}::text IS NULL THEN NULL ELSE claims.suspicion END
    FROM (SELECT id, suspicion FROM claims WHERE id = ${match.id}::uuid FOR NO KEY UPDATE) former
    WHERE claims.id = former.id AND status <> 'retracted'
      AND (closed_at IS NULL OR status IN (${Prisma.join(decisions)}))
    RETURNING former.suspicion IS NOT NULL AND claims.suspicion IS NULL AS released`;
  if (!claim) return false;
  const by = { actor: system, claimId: match.id } as const;
  await tx.claimReport.create({
    data: {
      reportId: report.id,
      claimId: match.id,
      addedAt: now(),
      reason: "matched",
      template: templateOf(saidIn(report)),
    },
  });
  await suggest(tx, report.id, match, true);
  await recordEvent(tx, {
    ...by,
    type: "report.joined",
    subjectId: report.id,
    data: { report: report.id, score: match.score, level: match.level },
  });
  if (claim.released) await recordRelease(tx, match.id, system);
  return true;
}

/** Keeps what was found about a report, and why; said twice it is the same. */
export async function suggest(tx: Tx, reportId: string, match: Match, applied: boolean): Promise<void> {
  await tx.matchSuggestion.createMany({
    data: {
      id: newId(),
      reportId,
      claimId: match.id,
      score: match.score,
      level: match.level,
      applied,
      fragments: match.why.map(({ text }) => text),
      createdAt: now(),
    },
    skipDuplicates: true,
  });
}
