import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { holdersOf } from "#lib/access/holders";
import { db } from "#lib/platform/db";

/** The id of the claim that people call by a number; null for whoever may not read it, as for one that does not exist. */
export async function findByNumber(actor: Actor, number: string): Promise<string | null> {
  if (!/^\d{1,9}$/.test(number)) return null;
  const claim = await db.claim.findUnique({ where: { number: Number(number) }, select: { id: true } });
  return claim && can(actor, "claim.read", await holdersOf([claim.id])) ? claim.id : null;
}
