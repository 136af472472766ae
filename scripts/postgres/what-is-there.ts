import pg from "pg";
import { referenceFingerprint } from "#seed/reference-fingerprint";

/** Whether nothing has ever been stored in a database, not even its tables. */
export const isUntouched = (url: string): Promise<boolean> =>
  isSo(url, "to_regclass('_prisma_migrations') IS NULL");

/** Whether the reference data of this very release was the last to be loaded. */
export const hasReference = async (url: string): Promise<boolean> =>
  isSo(
    url,
    "$1 = (SELECT fingerprint FROM reference_loads ORDER BY loaded_at DESC LIMIT 1)",
    await referenceFingerprint(),
  );

/** Whether whoever comes to a database as its owner may come as the role that owns nothing. */
export const hasApplicationRole = (url: string): Promise<boolean> =>
  isSo(
    url,
    "EXISTS (SELECT FROM pg_roles WHERE rolname = 'bianzhen_app' AND pg_has_role(current_user, oid, 'MEMBER'))",
  );

/** Whether anybody has an account. */
export const hasAccounts = (url: string): Promise<boolean> => isSo(url, "EXISTS (SELECT FROM users)");

const isSo = (url: string, condition: string, ...values: string[]): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT ${condition} AS so`, values);
    return rows[0]?.so === true;
  });

/** Uses a database over a connection of its own. */
export async function withClient<Result>(
  url: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {}); // A lost connection is reported by the query it interrupts.
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
