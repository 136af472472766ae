import type { Actor } from "#lib/access/actor";
import type { ClaimOutcome } from "#lib/claims/change-claim";
import type { SeparateReport } from "#lib/claims/schema";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { splitClaim } from "./split-claim.ts";

/** Takes one report out of a claim where it does not belong, into a claim of its own. */
export async function separateReport(actor: Actor, { reportId }: SeparateReport): Promise<ClaimOutcome> {
  const placed = await db.claimReport.findUnique({
    where: { reportId },
    select: { claim: { select: { sharedId: true } } },
  });
  if (!placed) throw new AppError("NOT_FOUND");
  return splitClaim(actor, { claimId: placed.claim.sharedId, reportIds: [reportId] });
}
