import type { AssignmentPurpose } from "#lib/claims/work/status";
import type { NamedMember } from "#lib/members/queries";
import type { Tx } from "#lib/platform/db";
import { concernedIn } from "./concerned.ts";
import { isForOthers } from "./guards.ts";

type Work = { claimId: string; memberId: string; purpose: AssignmentPurpose };

/** Whether a claim that is held is about the member, as it is worded now, so that the work is for others. */
export async function isAbout(
  tx: Tx,
  { claimId, memberId, purpose }: Work,
  members: readonly NamedMember[],
): Promise<boolean> {
  if (!isForOthers(purpose)) return false;
  const { wording } = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { wording: true } });
  return concernedIn(wording, members).has(memberId);
}
