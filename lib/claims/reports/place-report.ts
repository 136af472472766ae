import pLimit from "p-limit";
import { HISTORY } from "#lib/audit/record-event";
import { openClaim } from "#lib/claims/open-claim";
import { knownClaims } from "#lib/matching/known-claims";
import type { LiveIndex } from "#lib/matching/live-index";
import type { Match } from "#lib/matching/match";
import { searchLately } from "#lib/matching/search-lately";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { once } from "#lib/platform/once";
import { oneByOne } from "#lib/platform/one-by-one";
import { joinClaim, suggest } from "./join-claim.ts";
import { type LoadedReport, loadReport, questionOf } from "./load-report.ts";

/** How many claims that may be the same are kept for a person to judge. */
const SUGGESTIONS = 3;

/**
 * Puts a report where it belongs: into the claim that it repeats, else into one of its own, with suggestions of what may
 * be the same. One with pictures waits until they are read. Running twice changes nothing.
 */
export async function placeReport(reportId: string, options: { unread?: boolean } = {}): Promise<void> {
  const report = await loadReport(reportId);
  if (!report || report.claim || (report.isUnread && !options.unread)) return;
  if (!(await joinKnown(report))) await inTurn(() => place(report));
}

/** So often the known claims may change between the look at them and the lock; then they are looked at under it. */
const LOOKS = 3;

async function place(report: LoadedReport): Promise<void> {
  const index = await knownClaims();
  for (let look = 1; look <= LOOKS; look++) {
    const seen = index.changed.any;
    const found = await index.search(questionOf(report), SUGGESTIONS);
    if (await openOrJoin(report, index, async () => (index.changed.any === seen ? found : null))) return;
  }
  await openOrJoin(report, index, () => index.search(questionOf(report), SUGGESTIONS));
}

/** The claim that a report was put into, if it was; or another worker placed it in the meantime. */
type Placed = { ok: true; claimId: string | null } | { ok: false; reason: "PLACED_ALREADY" | "OUTDATED" };

/** Most reports repeat something: they need not wait for their turn. */
async function joinKnown(report: LoadedReport): Promise<boolean> {
  const [best] = await searchLately(await knownClaims(), questionOf(report), 1);
  if (best?.level !== "same") return false;
  const placed = await decide<Placed>({ lost: "PLACED_ALREADY" }, async (tx) => ({
    ok: true,
    claimId: (await joinClaim(tx, report, best)) ? best.id : null,
  }));
  return !placed.ok || placed.claimId !== null;
}

/**
 * Under the lock nobody else opens a claim: what is not known now is new. Looking takes longer than all the rest, so it was
 * done before; false where others have changed what `findNow` would find.
 */
async function openOrJoin(
  report: LoadedReport,
  index: LiveIndex,
  findNow: () => Promise<Match[] | null>,
): Promise<boolean> {
  const placed = await decide<Placed>({ lost: "PLACED_ALREADY" }, async (tx) => {
    await index.takeTurn(tx);
    const found = await findNow();
    if (found === null) return { ok: false, reason: "OUTDATED" };
    for (const match of found) {
      if (match.level === "same" && (await joinClaim(tx, report, match)))
        return { ok: true, claimId: match.id };
    }
    const claimId = await openClaim(tx, report);
    for (const match of found.filter(isOffered)) await suggest(tx, report.id, match, false);
    return { ok: true, claimId };
  });
  if (!placed.ok) return placed.reason !== "OUTDATED";
  if (placed.claimId) await index.catchUp();
  return true;
}

const isOffered = ({ level }: Match): boolean => level === "similar";

// One at a time in this process, so that those who wait for the lock do not hold all its connections.
const inTurn = once("placing of reports", () => pLimit(1));

const OVERDUE = minutes(15);

/**
 * Places what is still without a claim, although it came long ago: its pictures were never read, or its event was lost. What
 * only tells of the past is placed by whoever tells it.
 */
export async function placeForgottenReports(): Promise<void> {
  const overdue = await db.report.findMany({
    where: { claim: null, submittedAt: { lt: after(now(), -OVERDUE) } },
    orderBy: { submittedAt: "asc" },
    take: 500,
    select: { id: true },
  });
  if (overdue.length === 0) return;
  const told = await db.event.findMany({
    where: {
      type: "report.submitted",
      subjectId: { in: overdue.map(({ id }) => id) },
      reactions: { some: { reaction: HISTORY } },
    },
    select: { subjectId: true },
  });
  const past = new Set(told.map(({ subjectId }) => subjectId));
  const forgotten = overdue.filter(({ id }) => !past.has(id));
  await oneByOne(
    forgotten,
    ({ id }) => id,
    ({ id }) => placeReport(id, { unread: true }),
  );
}

/** Places the report of a picture that has been read. */
export async function placeReportOf(uploadId: string): Promise<void> {
  const brought = await db.reportUpload.findUnique({ where: { uploadId }, select: { reportId: true } });
  if (brought) await placeReport(brought.reportId);
}
