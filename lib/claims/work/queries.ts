import { takenStates } from "#lib/access/holding";
import { db, type Tx } from "#lib/platform/db";
import { type AssignmentPurpose, assignmentPurposes } from "./status.ts";

/** The members whose work a claim is, for one of the purposes or any: they accepted it, and may have finished it. */
export async function workersOn(
  claimId: string,
  purposes: readonly AssignmentPurpose[] = assignmentPurposes,
  client: Tx = db,
): Promise<string[]> {
  const taken = await client.assignment.findMany({
    where: { claimId, status: { in: [...takenStates] }, purpose: { in: [...purposes] } },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return taken.map(({ memberId }) => memberId);
}
