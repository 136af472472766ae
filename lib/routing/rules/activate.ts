import type { EventActor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import type { RuleConsent } from "./status.ts";
import { oneMore } from "./take-version.ts";

type Version = { id: string; number: number; basedOnId: string | null };

type Activation = {
  by: EventActor;
  consent: Exclude<RuleConsent, "first">;
  approvedById?: string;
  /** The version that is active until then; that on which the new one is based when left out. */
  insteadOf?: string;
  reason?: string;
};

/**
 * Makes a version that is held the active one, in place of the one that it was made from. Where another has become active
 * since, what that one says would be lost: it stays.
 */
export async function activate(
  tx: Tx,
  { id, number, basedOnId }: Version,
  { by, consent, approvedById, insteadOf = basedOnId ?? "", reason }: Activation,
): Promise<{ ok: true } | { ok: false; reason: "BASE_CHANGED" }> {
  const at = now();
  const retired = await tx.ruleSet.updateMany({
    where: { id: insteadOf, status: "active" },
    data: { status: "retired", retiredAt: at },
  });
  if (retired.count === 0) return { ok: false, reason: "BASE_CHANGED" };
  await tx.ruleSet.update({
    where: { id },
    data: { ...oneMore, status: "active", activatedAt: at, consent, approvedById: approvedById ?? null },
  });
  const data = { version: number, consent };
  await recordEvent(tx, { type: "rules.activated", actor: by, subjectId: id, reason, data });
  return { ok: true };
}
