/** Runs once when a web process starts: it keeps its pages in step, and with ROLE=all it works off the queue as well. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { config } = await import("#lib/platform/config");
  if (!config.DATABASE_URL) return;
  const { followRevalidations } = await import("#lib/publishing/follow-revalidations");
  void followRevalidations();
  if (config.ROLE !== "all") return;
  const { startWorker } = await import("#lib/worker");
  await startWorker();
}
