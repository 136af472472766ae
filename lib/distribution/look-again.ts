import type { Actor } from "#lib/access/actor";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { loadAdoption } from "./load-adoption.ts";
import type { NamedAdoption } from "./page-schema.ts";
import { wakeLookers } from "./queue.ts";
import { countLook } from "./tell-page.ts";

export type LookAgainOutcome = { ok: true } | { ok: false; reason: "TAKEN_BACK" };

/** Has a page opened once more, at once and as often as at first: somebody has mended it. @throws AppError RATE_LIMITED */
export async function lookAgain(actor: Actor, { adoptionId }: NamedAdoption): Promise<LookAgainOutcome> {
  const { adoption } = await loadAdoption(actor, adoptionId);
  if (adoption.withdrawnAt) return { ok: false, reason: "TAKEN_BACK" };
  await countLook(adoption.memberId);
  const at = now();
  const where = { adoptionId, version: adoption.debunk.currentVersion };
  await db.$transaction([
    db.adoption.update({ where: { id: adoptionId }, data: { isLookedAt: true } }),
    db.pageLook.upsert({
      where: { adoptionId_version: where },
      create: { id: newId(), ...where, createdAt: at, dueAt: at },
      update: { dueAt: at, attempts: 0, sentAt: null, failedAt: null, failure: null, error: null },
    }),
  ]);
  await wakeLookers();
  return { ok: true };
}
