import { type ClaimStatus, isOpen, isPublished } from "#lib/claims/status";
import { db } from "#lib/platform/db";
import { isId } from "#lib/platform/id";

const select = {
  id: true,
  wording: true,
  status: true,
  debunk: { select: { slug: true, title: true, titleEn: true, verdict: true } },
} as const;

/** Whether something may still come of it, and its wording was seen by a person before strangers see it. */
const isFollowable = (status: ClaimStatus): boolean =>
  (isOpen(status) && status !== "received") || isPublished(status);

/** A claim that anybody may follow, or the one that stands for it now; null where there is none. */
export async function findFollowable(claimId: string) {
  const named = isId(claimId)
    ? await db.claim.findUnique({
        where: { id: claimId },
        select: { shared: { select }, answeredBy: { select: { claim: { select } } } },
      })
    : null;
  const claim = named?.answeredBy?.claim ?? named?.shared;
  return claim && isFollowable(claim.status) ? claim : null;
}

export type Followable = NonNullable<Awaited<ReturnType<typeof findFollowable>>>;
