import type { Actor } from "#lib/access/actor";
import { closeClaim } from "#lib/claims/close-claim";
import type { SettleKeptApart } from "#lib/claims/schema";
import { releaseClaim } from "./release-claim.ts";

/** How many were decided, and how many stay as they are because somebody was faster. */
export type SettledOutcome = { ok: true; done: number; left: number };

/** Decides about several claims that were kept apart: into the queue, or closed as too vague with a text for the senders. */
export async function settleKeptApart(
  actor: Actor,
  { decision, claims, note = "" }: SettleKeptApart,
): Promise<SettledOutcome> {
  let done = 0;
  for (const claim of claims) {
    const outcome =
      decision === "release"
        ? await releaseClaim(actor, claim)
        : await closeClaim(actor, { ...claim, closing: "too-vague", note });
    if (outcome.ok) done += 1;
  }
  return { ok: true, done, left: claims.length - done };
}
