import { db } from "#lib/platform/db";
import type { Resource } from "./can.ts";
import { givenStates } from "./holding.ts";

/** The members that one of these claims was given to and who did not return it. */
export async function holdersOf(claimIds: readonly string[]): Promise<Resource> {
  const assigned = await db.assignment.findMany({
    where: { claimId: { in: [...claimIds] }, status: { in: [...givenStates] } },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return { memberIds: assigned.map(({ memberId }) => memberId) };
}
