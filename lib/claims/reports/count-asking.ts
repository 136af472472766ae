import { noteAskedAgain } from "#lib/claims/note-asked-again";
import { type ClaimStatus, isDecided, isOpen, isPublished } from "#lib/claims/status";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { z } from "#lib/platform/validation";

/** Which claim is meant, and the form it was asked with. */
export const askingSchema = z.object({ claimId: z.uuid(), key: z.uuid() });

/** What was counted: the claim, its notice when it has one, and whether it was closed without one. */
export type CountedAsking = { claimId: string; slug: string | null; isDecided: boolean };

const claimSelect = {
  id: true,
  status: true,
  debunk: { select: { slug: true } },
} as const;

/** A claim that nobody at the desk has looked at is counted by its reports alone. */
const isShown = (status: ClaimStatus): boolean =>
  (isOpen(status) && status !== "received") || isPublished(status) || isDecided(status);

/**
 * Counts somebody who asked and was answered by what is known of a claim, or who wants to know it too. Nothing is filed.
 * A form counts once, however often it is sent.
 * @throws AppError NOT_FOUND for a claim that is not shown to strangers
 */
export async function countAsking({ claimId, key }: z.infer<typeof askingSchema>): Promise<CountedAsking> {
  const named = await db.claim.findUnique({
    where: { id: claimId },
    select: { shared: { select: claimSelect } },
  });
  const claim = named?.shared;
  if (!claim || !isShown(claim.status)) throw new AppError("NOT_FOUND");
  await db.asking.createMany({ data: { id: key, claimId: claim.id, at: now() }, skipDuplicates: true });
  if (isDecided(claim.status)) await noteAskedAgain(claim.id);
  return {
    claimId: claim.id,
    isDecided: isDecided(claim.status),
    slug: isPublished(claim.status) ? (claim.debunk?.slug ?? null) : null,
  };
}
