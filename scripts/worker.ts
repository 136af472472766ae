import { startWorker } from "#lib/worker";

await startWorker();
