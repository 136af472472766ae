import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";

/** What a member told of a page, for whoever may tell it. @throws AppError NOT_FOUND or FORBIDDEN */
export async function loadAdoption(actor: Actor, adoptionId: string) {
  const adoption = await db.adoption.findUnique({
    where: { id: adoptionId },
    select: {
      id: true,
      memberId: true,
      withdrawnAt: true,
      isLookedAt: true,
      debunk: { select: { slug: true, claimId: true, currentVersion: true } },
    },
  });
  if (!adoption) throw new AppError("NOT_FOUND");
  const by = assertCan(actor, "adoption.tell", { memberIds: [adoption.memberId] });
  return { adoption, by };
}
