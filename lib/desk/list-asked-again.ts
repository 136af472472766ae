import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { SHOWN_FOR } from "#lib/claims/note-asked-again";
import { decisions } from "#lib/claims/status";
import { after, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

const SHOWN = 5;
const LOOKED_AT = 50;

/** Claims that were closed with a decision and that many ask about again, those told of last first: they may be opened anew. */
export async function listAskedAgain(
  actor: Actor,
): Promise<{ id: string; number: number; wording: string }[]> {
  assertCan(actor, "queue.read");
  const told = await db.event.findMany({
    where: { type: "claim.asked-again", at: { gt: after(now(), -SHOWN_FOR) } },
    orderBy: { seq: "desc" },
    take: LOOKED_AT,
    select: { subjectId: true },
  });
  if (told.length === 0) return [];
  const ids = told.map(({ subjectId }) => subjectId);
  const claims = await db.claim.findMany({
    where: { id: { in: ids }, status: { in: [...decisions] } },
    select: { id: true, number: true, wording: true },
  });
  return claims.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)).slice(0, SHOWN);
}
