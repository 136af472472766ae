import pLimit from "p-limit";
import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { isStep, type UndoKind } from "#lib/claims/latest-decision";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError, isAppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { log } from "#lib/platform/log";
import { redact } from "#lib/wording/redaction";
import { decideOne, permissionFor } from "./decide-one.ts";
import type { BatchKind, DecideMany, UndoMany } from "./schema.ts";
import { type Since, sinceOf, undoDecision } from "./undo-decision.ts";

/** A claim that stays as it is: why, and where somebody was faster, who. */
export type Left = { claimId: string; number: number; reason: string; since: Since | null };

/** What became of a decision about many claims, or of its undo. */
export type BatchOutcome = { ok: true; batchId: string; isUndo: boolean; done: number; left: Left[] };

/** Each claim is decided about in a transaction of its own, so many at a time: others work on the same database. */
const AT_ONCE = 4;

/**
 * Decides the same about many claims with one reason. Each is decided about as if alone, in the version that the person saw;
 * whatever stays as it is, is named.
 */
export async function decideMany(actor: Actor, input: DecideMany): Promise<BatchOutcome> {
  assertCan(actor, permissionFor[input.decision]);
  await refuseUnknown(input);
  const chosen = [...new Map(input.claims.map((claim) => [claim.claimId, claim])).values()];
  const claims = await numbered(chosen.map(({ claimId }) => claimId));
  const known = chosen.filter(({ claimId }) => claims.has(claimId));
  const batchId = newId();
  await db.decisionBatch.create({
    data: {
      id: batchId,
      kind: input.decision,
      decidedById: actor.userId,
      at: now(),
      reason: reasonOf(input),
      chosen: { createMany: { data: known } },
    },
  });
  const left = await each(known, (claim) => decideOne({ ...actor, batchId }, claim, input));
  const named = left.map((one) => ({ ...one, number: claims.get(one.claimId) ?? 0 }));
  return { ok: true, batchId, isUndo: false, done: known.length - left.length, left: named };
}

/** Takes back what a decision about many has done, as far as nobody has gone on with it; names the rest. */
export async function undoMany(actor: Actor, { batchId }: UndoMany): Promise<BatchOutcome> {
  assertCan(actor, "claim.reopen");
  const batch = await db.decisionBatch.findUnique({
    where: { id: batchId },
    select: { kind: true, chosen: true },
  });
  if (!batch) throw new AppError("NOT_FOUND");
  const ids = batch.chosen.map(({ claimId }) => claimId);
  const events = await db.event.findMany({
    where: { batchId, claimId: { in: ids }, type: eventOf[batch.kind] },
    select: { id: true, claimId: true },
  });
  const decided = events.flatMap(({ id, claimId }) => (claimId ? [{ claimId, eventId: id }] : []));
  const claims = await numbered(ids);
  const left = await each(decided, ({ eventId }) => undoDecision(actor, { eventId }));
  const named = left.map((one) => ({ ...one, number: claims.get(one.claimId) ?? 0 }));
  return { ok: true, batchId, isUndo: true, done: decided.length - left.length, left: named };
}

/** The one reason for all: what those who asked read, or what the desk keeps. */
function reasonOf({ decision, note, reason }: DecideMany): string | null {
  const given = decision === "close" ? note : decision === "merge" ? reason : null;
  return given ? redact(given).text : null;
}

/** The event by which each claim of a decision about many tells of it. */
const eventOf = {
  accept: "claim.triaged",
  close: "claim.closed",
  merge: "claim.merged",
  release: "claim.released",
  urgency: "claim.revised",
  route: "route.confirmed",
} as const satisfies Record<BatchKind, UndoKind>;

type Decided = { ok: true } | { ok: false; reason: string; since?: Since | null };

/** Does something for each, and gives those for which it was not done. */
async function each<Claim extends { claimId: string }>(
  claims: readonly Claim[],
  run: (claim: Claim) => Promise<Decided>,
): Promise<Omit<Left, "number">[]> {
  const room = pLimit(AT_ONCE);
  const outcomes = await Promise.all(claims.map((claim) => room(() => settle(claim, run))));
  return outcomes.flatMap((outcome) => outcome ?? []);
}

/** What goes wrong with one claim keeps nobody from deciding about the others. */
async function settle<Claim extends { claimId: string }>(
  claim: Claim,
  run: (claim: Claim) => Promise<Decided>,
): Promise<Omit<Left, "number"> | null> {
  const { claimId } = claim;
  const started = now();
  try {
    const outcome = await run(claim);
    if (outcome.ok) return null;
    const { reason, since = reason === "CLAIM_CHANGED" ? await lastStep(claimId) : null } = outcome;
    return { claimId, reason, since };
  } catch (error) {
    if (!isAppError(error))
      log.error({ err: error, claimId, started }, "one of many claims was not decided about");
    return { claimId, reason: isAppError(error) ? error.code : "FAILED", since: null };
  }
}

/** Who did something with the claim last. */
async function lastStep(claimId: string): Promise<Since | null> {
  const events = await db.event.findMany({
    where: { claimId, actorKind: "person" },
    orderBy: { seq: "desc" },
    take: 20,
    select: { type: true, at: true, actorKind: true, actorUserId: true, transaction: true },
  });
  const steps = events.filter(isStep);
  // Of what one person did at once, the first tells what it was.
  const step = steps.findLast(({ transaction }) => transaction === steps[0]?.transaction);
  return step ? sinceOf(step) : null;
}

async function numbered(ids: readonly string[]): Promise<Map<string, number>> {
  const claims = await db.claim.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, number: true },
  });
  return new Map(claims.map(({ id, number }) => [id, number]));
}

/** What no claim could be merged into, or answered with, is the mistake of the form and not of each claim. */
async function refuseUnknown({ decision, intoNumber, closing, answeredBy }: DecideMany): Promise<void> {
  const unknown = (path: string) => new AppError("VALIDATION", [{ path, message: "unknown" }]);
  if (decision === "merge" && intoNumber && (await db.claim.count({ where: { number: intoNumber } })) === 0)
    throw unknown("intoNumber");
  if (decision !== "close" || closing !== "answered" || !answeredBy) return;
  if ((await db.debunk.count({ where: { slug: answeredBy } })) === 0) throw unknown("answeredBy");
}
