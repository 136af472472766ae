import pg from "pg";
import { superuser } from "./owner.ts";

const ownerLock = 4_210_018;

/** A connection to the maintenance database of a local server. */
export function maintenanceClient(port: number, password: string) {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: superuser,
    password,
    database: "postgres",
    connectionTimeoutMillis: 5_000,
  });
  // A server that goes away is seen by its process ending; here it must only not crash the program.
  client.on("error", () => {});
  return client;
}

/** Marks the server as ours for as long as this connection, and so this process, lives. */
export async function takeOwnerLock(client: pg.Client) {
  const { rows } = await client.query("select pg_try_advisory_lock($1) as taken", [ownerLock]);
  return rows[0]?.taken === true;
}

/** Whether a server answers, and does not take the password. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "28P01";

/** Whether nobody owns the server any more; null when it does not answer, "refused" when it has another password. */
export async function ownerLockIsFree(port: number, password: string) {
  const client = maintenanceClient(port, password);
  try {
    await client.connect();
    return await takeOwnerLock(client);
  } catch (error) {
    return isRefusal(error) ? "refused" : null;
  } finally {
    await client.end().catch(() => {});
  }
}
