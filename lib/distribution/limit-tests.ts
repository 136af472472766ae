import { counter } from "#lib/platform/counter";
import { AppError } from "#lib/platform/errors";

const MOST_A_MINUTE = 10;

/** Lets a member test its endpoints so often and no more. @throws AppError RATE_LIMITED */
export async function limitTests(memberId: string): Promise<void> {
  const { count, resetSeconds } = await counter("webhook tests", 60).add(memberId);
  if (count > MOST_A_MINUTE) throw new AppError("RATE_LIMITED", [], { "Retry-After": String(resetSeconds) });
}
