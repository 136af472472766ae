import { type PostgresOptions, startPostgres } from "./postgres/start-postgres.ts";
import { backOff } from "./retry.ts";

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Runs embedded PostgreSQL, and starts it again at the same address when it ends without being told to, as often as that takes:
 * where its disk is full it cannot start before somebody has made room. `address` is told where it will be, before it is there,
 * and `signal` ends a start that goes on.
 */
export async function keepPostgres(
  directory: string,
  { address, signal }: Pick<PostgresOptions, "address" | "signal"> = {},
) {
  let server = await startPostgres(directory, { address, signal });
  const { url } = server;
  const { port, password } = new URL(url);
  const wait = backOff();
  let stopping = false;
  /** While it is started again; afterwards `server` is the one that runs. */
  let recovering: Promise<void> = Promise.resolve();

  async function watch() {
    await server.ended;
    if (stopping) return;
    console.error("PostgreSQL ended unexpectedly; starting it again.");
    recovering = recover();
  }

  async function recover() {
    const next = await startAgain();
    if (!next) return;
    server = next;
    console.error("PostgreSQL runs again.");
    void watch();
  }

  async function startAgain() {
    const isOver = () => stopping || signal?.aborted;
    for (let told = ""; !isOver(); ) {
      await wait();
      try {
        if (!isOver()) return await startPostgres(directory, { port: Number(port), password, signal });
      } catch (error) {
        if (wordsOf(error) !== told && !isOver()) console.error(`It does not start yet: ${wordsOf(error)}`);
        told = wordsOf(error);
      }
    }
    return null;
  }

  void watch();
  return {
    url,
    async stop() {
      stopping = true;
      await recovering;
      await server.stop();
    },
  };
}
