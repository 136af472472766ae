import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { config } from "./config.ts";

const RETRY = 1_000;

type Listener = {
  /** Something was told on the channel. */
  hear: (payload: string) => void;
  /** The connection stands; `missed` when one had been lost, and with it what was told meanwhile. */
  ready?: (missed: boolean) => Promise<void>;
  /** The connection is gone; until it stands again nothing is heard. */
  lost?: () => void;
  signal?: AbortSignal | undefined;
};

/** Listens to a channel of PostgreSQL for as long as the process lives, or until the signal; a lost connection is made again. */
export async function listen(
  channel: string,
  { hear, ready, lost: tellLost, signal }: Listener,
): Promise<void> {
  for (let stood = false; !signal?.aborted; ) {
    const client = new pg.Client({ connectionString: config.DATABASE_URL, keepAlive: true });
    const lost = new Promise<void>((resolve) => {
      client.on("error", () => resolve());
      client.once("end", () => resolve());
      signal?.addEventListener("abort", () => resolve(), { once: true });
    });
    client.on("notification", ({ payload = "" }) => hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      await ready?.(stood);
      stood = true;
      await lost;
      tellLost?.();
    } catch {
      // The database is away; the next attempt is as good as this one was.
    }
    await client.end().catch(() => {});
    if (!signal?.aborted) await pause(RETRY);
  }
}
