import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres } from "../postgres/start-postgres.ts";
import { migrateDatabase } from "./migrate-database.ts";

const role = "bianzhen_app";
const refused = /permission denied|must be owner/;

let directory: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bianzhen-role-"));
  postgres = await startPostgres(directory, { settings: { fsync: "off" } });
});
afterAll(async () => {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
});

/** The address of a database of this server, for one of its users; the owner when none is named. */
function addressOf(database: string, user?: { username: string; password: string }): string {
  return Object.assign(new URL(postgres.url), { pathname: database, ...user }).href;
}

async function query(url: string, sql: string, { as }: { as?: string } = {}) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (as) await client.query(`set role ${as}`);
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("the role of web and worker", () => {
  let url: string;
  const byRole = (sql: string) => query(url, sql, { as: role });
  beforeAll(async () => {
    await query(postgres.url, "create database main");
    url = addressOf("main");
    await migrateDatabase(url);
  });

  it("owns nothing, signs in nowhere and may do nothing of the server's", async () => {
    const [rights] = await query(url, `select * from pg_roles where rolname = '${role}'`);
    expect(Object.keys(rights).filter((name) => rights[name] === true)).toEqual(["rolinherit"]);
    const owned = `select from pg_shdepend where refobjid = '${role}'::regrole and deptype = 'o'`;
    expect(await query(url, owned)).toEqual([]);
  });

  it("reads and writes what changes, of the queue too", async () => {
    await byRole(
      "insert into calendar_days (day, kind, name, source) values ('2031-01-01', 'holiday', '元旦', 'test')",
    );
    await byRole("update calendar_days set name = '新年' where day = '2031-01-01'");
    expect(await byRole("delete from calendar_days where day = '2031-01-01' returning name")).toEqual([
      { name: "新年" },
    ]);
    const lacking = await query(
      url,
      `select relname, right_of from pg_class, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) right_of
       where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and relkind in ('r', 'p', 'v')
         and not has_table_privilege('${role}', oid, right_of) and relname <> '_prisma_migrations'
         and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgfoid = 'refuse_change'::regproc)`,
    );
    expect(lacking).toEqual([]);
  });

  it("adds to what never changes, and neither changes, empties nor removes it", async () => {
    const forever = await query(
      url,
      `select distinct tgrelid::regclass::text as name, attname as first from pg_trigger, pg_attribute
       where tgfoid = 'refuse_change'::regproc and attrelid = tgrelid and attnum = 1`,
    );
    expect(forever.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["events", "reports", "debunk_versions"]),
    );
    for (const { name, first } of forever) {
      await byRole(`insert into ${name} select * from ${name}`);
      await expect(byRole(`update ${name} set ${first} = ${first}`), name).rejects.toThrow(refused);
      await expect(byRole(`delete from ${name}`), name).rejects.toThrow(refused);
      await expect(byRole(`truncate ${name} cascade`), name).rejects.toThrow(refused);
      await expect(byRole(`alter table ${name} disable trigger all`), name).rejects.toThrow(refused);
    }
  });

  it.each([
    "create table thing (id int)",
    "create schema thing",
    "drop table claims cascade",
    "alter table claims drop column status",
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
    "select grant_to_application()",
    "delete from _prisma_migrations",
    "truncate claims cascade",
  ])("may not: %s", async (sql) => {
    await expect(byRole(sql)).rejects.toThrow(refused);
  });

  it("uses tables to come at once, and what of them never changes after the next start", async () => {
    await query(
      url,
      `create table to_come (id bigserial primary key);
       create schema later; create table later.to_come (id bigserial primary key);`,
    );
    await byRole("insert into to_come default values");
    await byRole("insert into later.to_come default values");
    await query(
      url,
      "create trigger to_come_kept before update or delete on to_come for each row execute function refuse_change()",
    );
    await migrateDatabase(url);
    await byRole("insert into to_come default values");
    await expect(byRole("update to_come set id = id")).rejects.toThrow(refused);
  });

  it("is made once by several databases of a server that start at once", async () => {
    await query(url, `drop owned by ${role}; drop role ${role}`);
    for (const name of ["one", "two"]) await query(postgres.url, `create database ${name}`);
    await Promise.all(["one", "two", "main"].map((name) => migrateDatabase(addressOf(name))));
    for (const name of ["one", "two", "main"]) {
      expect(await query(addressOf(name), "select from claims", { as: role }), name).toEqual([]);
    }
  });

  it("is granted at the next start where an owner may not make it", async () => {
    const owner = { username: "plain", password: "plain" };
    for (const name of ["one", "two", "main"]) await query(addressOf(name), `drop owned by ${role}`);
    await query(postgres.url, `drop role ${role}; create role plain login password 'plain'`);
    await query(postgres.url, "create database theirs owner plain");
    await migrateDatabase(addressOf("theirs", owner));
    expect(await query(postgres.url, `select from pg_roles where rolname = '${role}'`)).toEqual([]);
    await query(postgres.url, `create role ${role}`);
    await migrateDatabase(addressOf("theirs", owner));
    expect(await query(addressOf("theirs"), "select from claims", { as: role })).toEqual([]);
    await expect(query(addressOf("theirs"), "delete from events", { as: role })).rejects.toThrow(refused);
  });
});
