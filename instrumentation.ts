/** Runs once when a web process starts: it keeps its pages in step, and with ROLE=all it works off the queue as well. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { config } = await import("#lib/platform/config");
  const { settleClientAddresses } = await import("#lib/web/client-address");
  settleClientAddresses(config.TRUSTED_PROXIES);
  const { followClockOffset } = await import("#lib/platform/clock-offset");
  followClockOffset();
  if (!config.DATABASE_URL) return;
  const { followRevalidations } = await import("#lib/web/pages/follow-revalidations");
  void followRevalidations();
  const { followClaims } = await import("#lib/matching/follow-claims");
  void followClaims();
  if (config.ROLE !== "all") return;
  const { keepWorker } = await import("#lib/worker");
  // Not awaited: with the database away pages are served all the same, and the worker starts when it is back.
  void keepWorker();
}
