import type { ClockKind } from "#lib/clocks/allowances";
import { pauseClocks, resumeClocks } from "#lib/clocks/pause-clocks";
import { setUrgency } from "#lib/clocks/set-urgency";
import { reopenClocks, stopClocks } from "#lib/clocks/stop-clocks";
import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import type { Urgency } from "#lib/reference/urgency";
import { type ClaimStatus, isClosed, isOpen, type SideState } from "./status.ts";

/** What of a change to a claim its clocks depend on. */
export type Turn = { urgency?: Urgency; sideState?: SideState | null };

/** The claim with the state from which it was changed. */
type Changed = { id: string; status: ClaimStatus };

/**
 * Lets the clocks of a claim follow what its doors have just written: they stop with what they were for, are taken up
 * again when that is undone, pause while the work waits, and have the time of the claim's class.
 */
export async function turnClocks(tx: Tx, claim: Changed, turn: Turn & { to?: ClaimStatus }): Promise<void> {
  const { urgency, sideState, to = claim.status } = turn;
  const of = { claimId: claim.id, at: now() };
  // Whoever decides about a claim has looked at it: it is kept apart no longer.
  await resumeClocks(tx, { ...of, reason: "kept-apart" });
  if (sideState === null) await resumeClocks(tx, { ...of, reason: "waiting-evidence" });
  if (sideState === "waiting-evidence") await pauseClocks(tx, { ...of, reason: sideState });
  if (sideState === "interim-published")
    await stopClocks(tx, { ...of, kinds: ["first-word"], reason: "done" });
  await follow(tx, claim.status, to, of);
  if (urgency) await setUrgency(tx, { ...of, urgency });
}

/** What is due while a claim is in a state. */
function dueIn(status: ClaimStatus): readonly ClockKind[] {
  if (!isOpen(status)) return [];
  return status === "received" ? ["triage", "first-word", "verdict"] : ["first-word", "verdict"];
}

async function follow(tx: Tx, from: ClaimStatus, to: ClaimStatus, of: { claimId: string; at: Date }) {
  const ended = dueIn(from).filter((kind) => !dueIn(to).includes(kind));
  const back = dueIn(to).filter((kind) => !dueIn(from).includes(kind));
  const closing = to === "duplicate" ? "merged" : "closed";
  if (ended.length > 0) {
    await stopClocks(tx, { ...of, kinds: ended, reason: isClosed(to) ? closing : "done" });
  }
  if (back.length > 0) {
    const stoppedFor = isClosed(from) ? (["closed", "merged"] as const) : (["done"] as const);
    await reopenClocks(tx, { ...of, kinds: back, stoppedFor });
  }
}
