import type { Actor, EventActor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { type ClaimOutcome, changeClaim, holdClaims, loadClaim } from "#lib/claims/change-claim";
import { holdForMerge, merge } from "#lib/claims/merge-claim";
import { openClaim } from "#lib/claims/open-claim";
import type { SplitClaim } from "#lib/claims/schema";
import { db, type Tx } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { redact } from "#lib/wording/redaction";
import { countReports } from "./count-reports.ts";
import { forgetDecisions, keepDecision } from "./decide-match.ts";
import { type LoadedReport, loadReport } from "./load-report.ts";

/**
 * Takes reports out of a claim where they do not belong, into one claim of their own. What matching had joined counts as a
 * wrong match from then on. Each claim keeps a report, also what was merged into this one.
 */
export async function splitClaim(actor: Actor, input: SplitClaim): Promise<ClaimOutcome> {
  const { claimId, version, reason } = input;
  const claim = await loadClaim(db, claimId, { id: true, number: true });
  const by = assertCan(actor, "match.decide");
  const [first, ...others] = await loadAll(input.reportIds);
  if (!first) throw new AppError("NOT_FOUND");
  const ids = [first, ...others].map(({ id }) => id);
  const wording = input.wording && redact(input.wording).text;
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const { held, own } = await holdOwn(tx, claimId, ids);
    const source = held.find(({ id }) => id === claimId);
    // What was merged meanwhile is split where it is shown.
    if (!source || source.sharedId !== claimId || source.version !== (version ?? source.version)) lose();
    const emptied = own.filter(({ leave, all }) => leave === all);
    // A claim that was merged into this one would be left without any: its merge is what there is to undo.
    if (emptied.length > 0) {
      const isEmpty = emptied.some((one) => one.claimId === claimId);
      return { ok: false, reason: isEmpty ? "ONLY_REPORT" : "ONLY_OF_MERGED" };
    }
    await tx.claimReport.deleteMany({ where: { reportId: { in: ids } } });
    await countReports(
      tx,
      held.map(({ id }) => id),
    );
    const membership = { reason: "moved", addedById: by.userId } as const;
    const into = await openClaim(tx, first, { membership, others, wording });
    await rejectJoins(tx, by, ids, own);
    const { number } = await loadClaim(tx, into, { number: true });
    const told = { type: "claim.split", actor: by, reason, subjectId: into } as const;
    const data = { part: "out", into, intoNumber: number, reports: ids.length, reportIds: ids };
    await changeClaim(tx, source, {}, { ...told, data });
    const from = { part: "in", of: claimId, intoNumber: claim.number, reports: ids.length };
    await recordEvent(tx, { ...told, claimId: into, data: from });
    return { ok: true };
  });
}

type Split = { claimId: string; into: string; reportIds: readonly string[]; reason: string };

/** Takes a split back: the new claim is merged into the one that it came from, and its reports were no wrong matches. */
export async function joinSplit(
  actor: Actor,
  { claimId, into, reportIds, reason }: Split,
): Promise<ClaimOutcome> {
  const by = assertCan(actor, "match.decide");
  const target = await loadClaim(db, claimId, { id: true, number: true });
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const { claim } = await holdForMerge(tx, into, claimId);
    // Whoever has done something with the new claim has gone on from the split.
    if (claim.version !== 1) lose();
    const wrong = await tx.matchSuggestion.findMany({
      where: {
        reportId: { in: [...reportIds] },
        claim: { sharedId: claimId },
        decision: { verdict: "rejected" },
      },
      select: { id: true },
    });
    await merge(tx, claim, target, { by, reason });
    const suggestionIds = wrong.map(({ id }) => id);
    if (wrong.length > 0) await forgetDecisions(tx, by, { claimId, suggestionIds, verdict: "rejected" });
    return { ok: true };
  });
}

/** The reports with what they say, the oldest first. */
async function loadAll(ids: readonly string[]): Promise<LoadedReport[]> {
  const loaded = await Promise.all([...new Set(ids)].map(loadReport));
  return loaded
    .flatMap((report) => report ?? [])
    .toSorted((one, other) => one.submittedAt.getTime() - other.submittedAt.getTime());
}

/** The claims that the reports are in, a claim's own and merged ones, with how many leave each and how many it has. */
type Own = { claimId: string; leave: number; all: number };

/** Holds the claim and those that hold the reports: they count in both. What has gone elsewhere meanwhile is lost. */
async function holdOwn(tx: Tx, claimId: string, reportIds: readonly string[]) {
  const placed = () =>
    tx.claimReport.findMany({
      where: { reportId: { in: [...reportIds] }, claim: { OR: [{ id: claimId }, { sharedId: claimId }] } },
      select: { claimId: true },
    });
  const before = await placed();
  const held = await holdClaims(tx, [claimId, ...before.map((one) => one.claimId)]);
  const now = await placed();
  if (now.length !== reportIds.length || now.some((one) => !held.some(({ id }) => id === one.claimId)))
    lose();
  const own: Own[] = [];
  for (const id of new Set(now.map((one) => one.claimId))) {
    const leave = now.filter((one) => one.claimId === id).length;
    own.push({ claimId: id, leave, all: await tx.claimReport.count({ where: { claimId: id } }) });
  }
  return { held, own };
}

/** What had joined by itself where it does not belong is a wrong match. */
async function rejectJoins(
  tx: Tx,
  by: EventActor & { kind: "person" },
  reportIds: readonly string[],
  own: readonly Own[],
): Promise<void> {
  const joined = await tx.matchSuggestion.findMany({
    where: { reportId: { in: [...reportIds] }, claimId: { in: own.map(({ claimId }) => claimId) } },
    select: { id: true, claimId: true },
  });
  for (const { id, claimId } of joined) await keepDecision(tx, by, { id, claimId, verdict: "rejected" });
}
