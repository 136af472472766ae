import { followClaims } from "#lib/matching/follow-claims";
import { followClockOffset } from "#lib/platform/clock-offset";
import { keepWorker } from "#lib/worker";

followClockOffset();
void followClaims();
const stopWorker = await keepWorker();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => stopWorker().finally(() => process.exit()));
}
