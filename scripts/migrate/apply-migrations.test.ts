import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { ownerUrl } from "#lib/platform/testing/as-owner";
import { applyMigrations } from "./apply-migrations.ts";

const admin = new pg.Client({ connectionString: ownerUrl() });
await admin.connect();
afterAll(() => admin.end());

let count = 0;
let url: string;
let directory: string;

beforeEach(async () => {
  const name = `${new URL(ownerUrl()).pathname.slice(1)}_migrations_${count++}`;
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  url = Object.assign(new URL(ownerUrl()), { pathname: name }).href;
  directory = await mkdtemp(join(tmpdir(), "bianzhen-migrations-"));
});

async function write(name: string, sql: string) {
  await mkdir(join(directory, name), { recursive: true });
  await writeFile(join(directory, name, "migration.sql"), sql);
}

async function run(sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("applyMigrations", () => {
  it("applies each migration once, in order, with triggers whole", async () => {
    await write(
      "2_trigger",
      "create function no() returns trigger language plpgsql as $$ begin return null; end $$;",
    );
    await write("1_table", "create table thing (id int primary key); insert into thing values (1);");
    expect(await applyMigrations(url, directory)).toEqual(["1_table", "2_trigger"]);
    expect(await applyMigrations(url, directory)).toEqual([]);
    expect(await run("select id from thing")).toEqual([{ id: 1 }]);
  });

  it("is safe for several instances that start at once", async () => {
    await write("1_table", "create table thing (id int primary key); select pg_sleep(0.2);");
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(url, directory)));
    expect(applied.flat()).toEqual(["1_table"]);
  });

  it("leaves nothing of a failed migration and runs it again when it is mended", async () => {
    await write("1_table", "create table thing (id int primary key); select broken;");
    await expect(applyMigrations(url, directory)).rejects.toThrow(/1_table/);
    expect(await run("select to_regclass('thing') as name")).toEqual([{ name: null }]);
    await write("1_table", "create table thing (id int primary key);");
    expect(await applyMigrations(url, directory)).toEqual(["1_table"]);
  });
});
