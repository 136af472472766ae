/** Runs once when a web process starts: with ROLE=all it works off the queue as well. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { config } = await import("#lib/platform/config");
  if (config.ROLE !== "all" || !config.DATABASE_URL) return;
  const { startWorker } = await import("#lib/worker");
  await startWorker();
}
