import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillApart } from "./fill-apart.ts";
import { type RunningPostgres, startPostgres } from "./start-postgres.ts";
import { isUntouched } from "./what-is-there.ts";

let directory: string;
let server: RunningPostgres;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bianzhen-apart-"));
  await chmod(directory, 0o711);
  server = await startPostgres(join(directory, "postgres"));
});

afterAll(async () => {
  await server?.stop();
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

let held: pg.Client | undefined;
const databases = async () =>
  (await query(server.url, "select datname from pg_database where datname like 'bianzhen%'")).map(
    ({ datname }) => datname,
  );
const half = (url: string) => query(url, "create table _prisma_migrations as select 1 as half");

it("leaves nothing of a filling that fails, and starts anew", async () => {
  const failing = fillApart(server.url, async (url) => {
    await half(url);
    throw new Error("stopped in the middle");
  });
  await expect(failing).rejects.toThrow("stopped in the middle");
  expect(await isUntouched(server.url)).toBe(true);
  expect(await databases()).toEqual(["bianzhen"]);
});

it("leaves nothing of a filling that cannot take its place, and says why", async () => {
  const inTheWay = fillApart(server.url, async (url) => {
    await half(url);
    // Somebody looks into the untouched database meanwhile: it cannot be renamed.
    held = new pg.Client({ connectionString: server.url });
    await held.connect();
  });
  await expect(inTheWay).rejects.toThrow("is being accessed by other users");
  await held?.end();
  expect(await databases()).toEqual(["bianzhen"]);
});

it("puts a whole filling in the place of the untouched database, and keeps no other", async () => {
  await fillApart(server.url, half);
  expect(await isUntouched(server.url)).toBe(false);
  expect(await query(server.url, "select half from _prisma_migrations")).toEqual([{ half: 1 }]);
  expect(await databases()).toEqual(["bianzhen"]);
  expect(await query(server.url, "show synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
});
