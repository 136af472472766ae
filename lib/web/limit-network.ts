import { config } from "#lib/platform/config";
import { counter } from "#lib/platform/counter";
import { AppError } from "#lib/platform/errors";
import { networkOf, type Visitor } from "./network.ts";

/**
 * How often one network may knock at each door in a minute, by an operation or a form: room for an office behind one
 * address, not for a machine that keeps all others waiting. (Receipts of 120 bits cannot be guessed at any pace.)
 */
const perMinute = {
  match: 600,
  ask: 300,
  challenge: 600,
  uploads: 120,
  lookup: 600,
  reply: 120,
  follow: 60,
  live: 600,
} as const;

export type Door = keyof typeof perMinute;

const USUAL_REPORTS = 120;

/** The number that holds here: the setting REPORTS_PER_NETWORK moves all of them along. */
export const mostPerMinute = (door: Door): number =>
  Math.ceil((perMinute[door] * config.REPORTS_PER_NETWORK) / USUAL_REPORTS);

/** Refuses a request of a network that has sent too many. @throws AppError RATE_LIMITED with `Retry-After` */
export async function limitNetwork(visitor: Visitor, door: Door): Promise<void> {
  const { count, resetSeconds } = await counter(door, 60).add(networkOf(visitor));
  if (count > mostPerMinute(door)) {
    throw new AppError("RATE_LIMITED", [], { "Retry-After": String(resetSeconds) });
  }
}
