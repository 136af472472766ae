import type { Actor, EventActor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { type ClaimOutcome, holdClaim } from "#lib/claims/change-claim";
import type { ConfirmReport, RejectMatch } from "#lib/claims/schema";
import type { MatchVerdict } from "#lib/matching/level";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { decide, lose } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { suggest } from "./join-claim.ts";
import { matchesOfClaim } from "./rate-match.ts";

/** Says that a claim which matching suggested is another one; it is not suggested again, and counts as a label. */
export async function rejectMatch(actor: Actor, { claimId, otherId }: RejectMatch): Promise<ClaimOutcome> {
  const by = assertCan(actor, "match.decide");
  const keep = await prepareDecision(claimId, otherId);
  await db.$transaction((tx) => keep(tx, by, "rejected"));
  return { ok: true };
}

/** Says that a report which joined by itself belongs where it is: its words then help to find the claim. */
export async function confirmReport(actor: Actor, { reportId }: ConfirmReport): Promise<ClaimOutcome> {
  const by = assertCan(actor, "match.decide");
  const joined = await db.claimReport.findUnique({ where: { reportId }, select: { claimId: true } });
  if (!joined) throw new AppError("NOT_FOUND");
  await db.$transaction(async (tx) => {
    const pair = { reportId, claimId: joined.claimId };
    const suggestion = await tx.matchSuggestion.findUnique({ where: { reportId_claimId: pair } });
    if (suggestion)
      await keepDecision(tx, by, { id: suggestion.id, claimId: joined.claimId, verdict: "accepted" });
  });
  return { ok: true };
}

type Decide = (tx: Tx, by: EventActor & { kind: "person" }, verdict: MatchVerdict) => Promise<void>;

/**
 * Rates a pair of claims as matching sees it, before the transaction in which a person's decision about it is kept. A
 * pair that matching did not find is no label: nothing is kept.
 */
export async function prepareDecision(claimId: string, otherId: string): Promise<Decide> {
  const rated = await matchesOfClaim(claimId);
  const match = rated?.found.find(({ id }) => id === otherId);
  return async (tx, by, verdict) => {
    if (rated && match) await suggest(tx, rated.reportId, match, false);
    const between = await tx.matchSuggestion.findMany({
      where: {
        OR: [
          { claimId: otherId, report: { claim: { claimId } } },
          { claimId, report: { claim: { claimId: otherId } } },
        ],
        applied: false,
      },
      select: { id: true },
    });
    for (const { id } of between) await keepDecision(tx, by, { id, claimId, verdict });
  };
}

type Decision = { id: string; claimId: string; verdict: MatchVerdict };

/** Keeps a decision as a label; deciding anew replaces the former, and the record tells of both. */
export async function keepDecision(
  tx: Tx,
  by: EventActor & { kind: "person" },
  { id, claimId, verdict }: Decision,
): Promise<void> {
  const data = { verdict, decidedById: by.userId, decidedAt: now() };
  await tx.matchDecision.upsert({
    where: { suggestionId: id },
    create: { suggestionId: id, ...data },
    update: data,
  });
  const type = verdict === "accepted" ? "match.accepted" : "match.rejected";
  await recordEvent(tx, { type, actor: by, subjectId: id, claimId });
}

type Reconsider = { claimId: string; suggestionIds: readonly string[]; verdict: MatchVerdict };

/** Takes back what was said of matches: they are open again, and no label. */
export async function reconsiderMatches(actor: Actor, input: Reconsider): Promise<ClaimOutcome> {
  const by = assertCan(actor, "match.decide");
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await holdClaim(tx, input.claimId);
    if ((await forgetDecisions(tx, by, input)) === 0) lose();
    return { ok: true };
  });
}

/** Takes decisions about matches away as far as they still say the same, and tells how many there were. */
export async function forgetDecisions(
  tx: Tx,
  by: EventActor,
  { claimId, suggestionIds, verdict }: Reconsider,
): Promise<number> {
  const where = { suggestionId: { in: [...suggestionIds] }, verdict };
  const { count } = await tx.matchDecision.deleteMany({ where });
  for (const subjectId of count > 0 ? suggestionIds : [])
    await recordEvent(tx, { type: "match.reconsidered", actor: by, subjectId, claimId });
  return count;
}
