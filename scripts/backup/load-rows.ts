import { once } from "node:events";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrationsDirectory, readMigrations } from "../migrate/apply-migrations.ts";
import type { Header, Table } from "./archive.ts";
import { Refusal } from "./refusal.ts";
import { listTables, quoted, speakPlainly } from "./take-rows.ts";

/** The migrations of this release that had made the tables of a backup, as SQL, in order. */
export async function migrationsOf({ migrations }: Header): Promise<string[]> {
  const { migrationDirectories } = await readMigrations(migrationsDirectory);
  const known = new Map(migrationDirectories.map(({ path, migrationFile }) => [path, migrationFile.content]));
  return migrations.map((name) => {
    const content = known.get(name);
    if (content?.tag === "ok") return content.value;
    throw new Refusal(
      `The backup was made by a newer release, with the migration ${name}: restore it with that.`,
    );
  });
}

/** @throws Refusal unless a database holds nothing of anybody's */
export async function assertEmpty(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_class where relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       and relnamespace not in (select oid from pg_namespace where nspname ~ '^pg_' or nspname = 'information_schema')
       and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
     limit 1`,
  );
  if (rowCount) throw new Refusal("The database is not empty: a backup is restored into an empty one only.");
}

/**
 * Makes the tables as the backup had them and fills them, all in one transaction of the caller's: whoever looks finds all or
 * nothing. What guards each step of the work sleeps meanwhile, for these steps were taken long ago; what rows refer to is
 * proved for all of them at the end, which needs neither an order nor a right that an owner lacks.
 */
export async function loadRows(client: pg.Client, header: Header, fill: (load: LoadRows) => Promise<void>) {
  await speakPlainly(client);
  await client.query(tableOfMigrations);
  for (const migration of await migrationsOf(header)) {
    await client.query(migration);
    await client.query("discard temp");
  }
  await assertSameTables(client, header);
  const references = await listReferences(client);
  const names = header.tables.map(({ name }) => name);
  for (const { table, name } of references)
    await client.query(`alter table ${table} drop constraint "${name}"`);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  // Some migrations bring rows, and the backup has them too.
  await client.query(`truncate ${names.join(", ")}`);
  const copy = startCopies(client, header.tables);
  await fill(copy.load);
  await copy.end();
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  for (const { table, name, definition } of references)
    await client.query(`alter table ${table} add constraint "${name}" ${definition}`);
  for (const { name, lastValue } of header.sequences)
    await client.query("select setval(quote_ident($1)::regclass, $2)", [name, lastValue]);
}

export type LoadRows = (table: string, rows: AsyncIterable<Uint8Array>) => Promise<void>;

/** As the schema engine makes it, which would do so in a transaction of its own. */
const tableOfMigrations = `create table _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

async function assertSameTables(client: pg.Client, { tables }: Header): Promise<void> {
  const told = (all: readonly Table[]) =>
    all.map(({ name, columns }) => `${name} (${columns.toSorted().join(", ")})`).toSorted();
  const [here, there] = [told(await listTables(client)), told(tables)];
  const [other] = [
    ...there.filter((one) => !here.includes(one)),
    ...here.filter((one) => !there.includes(one)),
  ];
  if (other) throw new Refusal(`The backup's tables are not those of this release's migrations: ${other}.`);
}

async function listReferences(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'f' and connamespace = to_regnamespace(quote_ident(current_schema()))`,
  );
  return rows;
}

/** The parts of a table follow each other and become one copy. */
function startCopies(client: pg.Client, tables: readonly Table[]) {
  let current: { table: string; sink: PassThrough; done: Promise<void> } | undefined;
  const end = async () => {
    current?.sink.end();
    await current?.done;
    current = undefined;
  };
  const begin = (table: string) => {
    const columns = tables.find(({ name }) => name === table)?.columns ?? [];
    const sink = new PassThrough();
    const done = pipeline(sink, client.query(copyFrom(`copy ${table} (${quoted(columns)}) from stdin`)));
    done.catch(() => {}); // Told to whoever writes next or ends it.
    return { table, sink, done };
  };
  const load: LoadRows = async (table, rows) => {
    if (current?.table !== table) {
      await end();
      current = begin(table);
    }
    const { sink, done } = current;
    for await (const piece of rows) if (!sink.write(piece)) await Promise.race([once(sink, "drain"), done]);
  };
  return { load, end };
}
