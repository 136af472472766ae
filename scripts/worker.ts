import { followClaims } from "#lib/matching/follow-claims";
import { keepWorker } from "#lib/worker";

void followClaims();
const stopWorker = await keepWorker();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => stopWorker().finally(() => process.exit()));
}
