import { keepWorker } from "#lib/worker";

const stopWorker = await keepWorker();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => stopWorker().finally(() => process.exit()));
}
