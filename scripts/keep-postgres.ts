import { startPostgres } from "./postgres/start-postgres.ts";

/** Runs embedded PostgreSQL, and starts it again at the same address when it ends without being told to. */
export async function keepPostgres(
  directory: string,
  { address, giveUp }: { address: (url: string) => void; giveUp: (reason: string) => void },
) {
  let server = await startPostgres(directory, { address });
  const { url } = server;
  const port = Number(new URL(url).port);
  let stopping = false;

  async function watch() {
    await server.ended;
    if (stopping) return;
    console.error("PostgreSQL ended unexpectedly; starting it again.");
    try {
      server = await startPostgres(directory, { port });
      void watch();
    } catch (error) {
      giveUp(`PostgreSQL ended and does not start again: ${error instanceof Error ? error.message : error}`);
    }
  }

  void watch();
  return {
    url,
    async stop() {
      stopping = true;
      await server.stop();
    },
  };
}
