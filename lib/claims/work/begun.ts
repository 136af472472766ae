import { isTaken } from "#lib/access/holding";

type Work = { status: string };
type Found = { withdrawnAt: Date | null };

/**
 * Whether a member has taken a part of the present route of a claim that nobody verifies yet. What is done or given back by
 * then belongs to an earlier route.
 */
export const isRouteTaken = (work: readonly Work[]): boolean =>
  work.some(({ status }) => status === "accepted");

/** Whether members have done anything for a claim that stands: taken work of it, or found something. */
export const isWorkedOn = (work: readonly Work[], found: readonly Found[]): boolean =>
  work.some(({ status }) => isTaken(status)) || found.some(({ withdrawnAt }) => withdrawnAt === null);
