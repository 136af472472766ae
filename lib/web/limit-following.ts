import { checkProof } from "#lib/intake/proof";
import { counter } from "#lib/platform/counter";
import { AppError } from "#lib/platform/errors";
import { limitNetwork } from "./limit-network.ts";
import { networkOf, type Visitor } from "./network.ts";

const HOUR = 3600;
const MOST_WITHOUT_PROOF = 10;

/**
 * Keeps a machine from making us write to strangers: whoever's browser did the work may follow at the usual rate; without
 * it, as without scripts, one network may a few times an hour. @throws AppError RATE_LIMITED
 */
export async function limitFollowing(visitor: Visitor, proof: string | undefined): Promise<void> {
  await limitNetwork(visitor, "follow");
  if ((await checkProof("follow", proof)) === "valid") return;
  const { count, resetSeconds } = await counter("follow-without-proof", HOUR).add(networkOf(visitor));
  if (count > MOST_WITHOUT_PROOF) {
    throw new AppError("RATE_LIMITED", [], { "Retry-After": String(resetSeconds) });
  }
}
