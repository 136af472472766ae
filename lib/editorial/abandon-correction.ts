import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim } from "#lib/claims/change-claim";
import { withdrawWork } from "#lib/claims/work/assignments";
import { decide } from "#lib/platform/decide";
import { loadDraft } from "./load-draft.ts";
import { moveDraft } from "./move-draft.ts";
import type { AbandonCorrection } from "./schema.ts";
import { canMoveDraft } from "./status.ts";

export type AbandonOutcome = { ok: true } | { ok: false; reason: "MOVE_REFUSED" | "CLAIM_CHANGED" };

/** Gives up a correction that proved needless: the notice stays as it is, and whoever was asked is asked no longer. */
export async function abandonCorrection(actor: Actor, input: AbandonCorrection): Promise<AbandonOutcome> {
  const draft = await loadDraft(input.draftId);
  const by = assertCan(actor, "correction.abandon");
  if (draft.kind === "initial" || !canMoveDraft(draft.status, "abandoned"))
    return { ok: false, reason: "MOVE_REFUSED" };
  return decide<AbandonOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const { claimId } = draft;
    await holdClaim(tx, claimId);
    await moveDraft(tx, draft, { to: "abandoned", actor: by });
    await withdrawWork(tx, claimId, by);
    const event = { type: "correction.abandoned", actor: by, subjectId: draft.id, claimId } as const;
    await recordEvent(tx, { ...event, reason: input.reason, data: { kind: draft.kind } });
    return { ok: true };
  });
}
