import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { loadAdoption } from "./load-adoption.ts";
import type { NamedAdoption } from "./page-schema.ts";

export type WithdrawAdoptionOutcome = { ok: true } | { ok: false; reason: "TAKEN_BACK" };

/** A member takes back that it has republished a notice somewhere. That it was told, and who took it back, stays. */
export async function withdrawAdoption(actor: Actor, input: NamedAdoption): Promise<WithdrawAdoptionOutcome> {
  const { adoption, by } = await loadAdoption(actor, input.adoptionId);
  return db.$transaction(async (tx): Promise<WithdrawAdoptionOutcome> => {
    const { count } = await tx.adoption.updateMany({
      where: { id: adoption.id, withdrawnAt: null },
      data: { withdrawnAt: now(), withdrawnById: by.userId },
    });
    if (count === 0) return { ok: false, reason: "TAKEN_BACK" };
    await tx.pageLook.updateMany({
      where: { adoptionId: adoption.id, sentAt: null, failedAt: null },
      data: { failedAt: now(), failure: "gone" },
    });
    const { slug, claimId } = adoption.debunk;
    const data = { member: adoption.memberId, slug };
    await recordEvent(tx, { type: "adoption.withdrawn", actor: by, subjectId: adoption.id, claimId, data });
    return { ok: true };
  });
}
