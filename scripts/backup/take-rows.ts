import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { migrationLock } from "../migrate/apply-migrations.ts";
import { withClient } from "../postgres/what-is-there.ts";
import type { Header, Table } from "./archive.ts";
import { Refusal } from "./refusal.ts";

const backupLock = 4_210_024;
/** A table is cut into parts of about so many bytes, for an archive wants to know the size of an entry before it. */
const PART = 4 * 1024 ** 2;

/** What a database held at one moment, whatever is written meanwhile. */
export type Snapshot = Pick<Header, "postgres" | "migrations" | "tables" | "sequences" | "waitingSince"> & {
  rowsOf(table: Table): AsyncIterable<Buffer>;
};

/** Holds the database still for one reader, hindering nobody but who would change its tables; one backup at a time. */
export const withSnapshot = <Result>(url: string, use: (snapshot: Snapshot) => Promise<Result>) =>
  withClient(url, async (client) => {
    const { rows } = await client.query("select pg_try_advisory_lock($1) as free", [backupLock]);
    if (!rows[0]?.free) throw new Refusal("Another backup of this database is running.");
    await speakPlainly(client);
    await client.query("select pg_advisory_lock_shared($1)", [migrationLock]);
    const names = (await listTables(client)).map(({ name }) => name);
    if (!names.includes("_prisma_migrations"))
      throw new Refusal("The database is empty: there is nothing to back up.");
    await client.query("begin isolation level repeatable read, read only");
    await client.query(`lock table ${names.join(", ")} in access share mode`);
    // The first query sets the moment: what was committed before it is in, and nothing else.
    const tables = await listTables(client);
    await client.query("select pg_advisory_unlock_shared($1)", [migrationLock]);
    const snapshot = {
      ...(await readState(client)),
      tables,
      rowsOf: (table: Table) => rowsOf(client, table),
    };
    return use(snapshot);
  });

/** No limit of time for whoever copies everything, and words that any later version reads in the same way. */
export async function speakPlainly(client: pg.Client): Promise<void> {
  await client.query(
    `select set_config(name, '0', false) from pg_settings where name in
      ('statement_timeout', 'lock_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')`,
  );
  await client.query("set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'");
}

/** All tables of the schema, with the columns that hold something of their own. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select relname::text as name, array_agg(attname::text order by attnum) as columns
     from pg_class join pg_attribute on attrelid = pg_class.oid
     where relnamespace = to_regnamespace(quote_ident(current_schema())) and relkind = 'r'
       and attnum > 0 and not attisdropped and attgenerated = ''
     group by relname order by relname`,
  );
  return rows;
}

async function readState(client: pg.Client) {
  const { rows: migrations } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by name`,
  );
  // No snapshot holds a sequence, but whoever took a number had it before: none that is in the rows is given again.
  const { rows: sequences } = await client.query<Header["sequences"][number]>(
    `select sequencename::text as name, last_value::text as "lastValue" from pg_sequences
     where schemaname = current_schema() and last_value is not null order by name`,
  );
  const { rows: server } = await client.query<{ version: string; queue: string | null }>(
    "select current_setting('server_version') as version, to_regclass('pgboss.job') as queue",
  );
  return {
    postgres: server[0]?.version ?? "",
    migrations: migrations.map(({ name }) => name),
    sequences,
    waitingSince: server[0]?.queue ? await findWaiting(client) : null,
  };
}

/** The queue itself stays behind: what waits in it are events, and their rows tell what has not been done for them. */
async function findWaiting(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ since: Date | null }>(
    "select min(created_on) as since from pgboss.job where state < 'completed'",
  );
  return rows[0]?.since?.toISOString() ?? null;
}

async function* rowsOf(client: pg.Client, { name, columns }: Table): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of client.query(copyTo(`copy ${name} (${quoted(columns)}) to stdout`))) {
    pieces.push(piece);
    size += piece.length;
    if (size < PART) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(pieces);
}

export const quoted = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}"`).join(", ");
