import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { hashPassword } from "#lib/access/password";
import { connect } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedReference } from "#seed/reference";
import { migrateDatabase } from "../migrate/migrate-database.ts";
import { step } from "../step.ts";
import type { SignIn } from "./desk.ts";
import { fill } from "./fill.ts";

type Wanted = { sizes: readonly number[]; wantsSpare: boolean; moderator: SignIn };

/**
 * A database for each size, all with the same reference data and the same moderator; each is the one before and more. `spare`
 * is another one like the largest. What is measured are copies: the originals stay as they were filled, for the next run in
 * the same cluster.
 */
export async function makeDatabases(url: string, { sizes, wantsSpare, moderator }: Wanted) {
  const cluster = await openCluster(url);
  const made = new Map<number, string>();
  try {
    const kind = await fingerprint();
    await cluster.dropAll((name) => name.startsWith("bench_") || isOutdated(name, kind));
    const originals: Original[] = [];
    for (const size of sizes) originals.push(await original(cluster, kind, size, originals.at(-1)));
    for (const { name, size } of originals) {
      const copy = await cluster.copy(name, `bench_${size}`);
      await addModerator(copy, moderator);
      made.set(size, copy);
    }
    const last = originals.at(-1);
    const spare = wantsSpare && last ? await cluster.copy(last.name, "bench_spare") : null;
    return { made, spare };
  } finally {
    await cluster.close();
  }
}

type Cluster = Awaited<ReturnType<typeof openCluster>>;
type Original = { name: string; size: number };

const isOutdated = (name: string, kind: string) => /^fill(?:ed|ing)/.test(name) && !name.endsWith(kind);

/** Makes a database of a size unless it is there from an earlier run; whole or not at all. */
async function original(
  cluster: Cluster,
  kind: string,
  size: number,
  smaller: Original = { name: "", size: 0 },
): Promise<Original> {
  const name = `filled_${size}_${kind}`;
  if (await cluster.has(name)) return { name, size };
  const draft = "filling";
  await cluster.dropAll((other) => other === draft);
  const url = await cluster.copy(smaller.name || "template1", draft);
  if (!smaller.name) await step("Create the database", () => prepare(url));
  await step(`Fill in ${size.toLocaleString("en")} claims and notices`, () =>
    fill(url, smaller.size + 1, size),
  );
  await cluster.rename(draft, name);
  return { name, size };
}

/** What a filled database was made by. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const files = globSync(["prisma/migrations/*/*.sql", "scripts/bench/{fill,texts,notice}.ts"]).sort();
  for (const file of files) hash.update(file).update(await readFile(file));
  return hash.digest("hex").slice(0, 12);
}

async function prepare(url: string) {
  await migrateDatabase(url);
  const db = connect(url, { max: 2 });
  await seedReference(db);
  await db.$disconnect();
}

async function addModerator(url: string, { email, password }: SignIn) {
  const db = connect(url, { max: 1 });
  const user = { id: newId(), email, name: "基准测试", passwordHash: await hashPassword(password) };
  const grantedAt = new Date();
  await db.user.create({
    data: {
      ...user,
      createdAt: grantedAt,
      memberships: { create: { memberId: "sc-piyao", role: "moderator", grantedAt } },
    },
  });
  await db.$disconnect();
}

async function openCluster(url: string) {
  const client = new pg.Client({ connectionString: withName(url, "postgres") });
  await client.connect();
  const names = async () => {
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database");
    return rows.map(({ datname }) => datname);
  };
  return {
    has: async (name: string) => (await names()).includes(name),
    async dropAll(isOver: (name: string) => boolean) {
      for (const name of (await names()).filter(isOver))
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    },
    async copy(from: string, to: string): Promise<string> {
      await client.query(`CREATE DATABASE ${to} TEMPLATE ${from} STRATEGY file_copy`);
      return withName(url, to);
    },
    rename: (from: string, to: string) => client.query(`ALTER DATABASE ${from} RENAME TO ${to}`),
    close: () => client.end(),
  };
}

const withName = (url: string, name: string) => Object.assign(new URL(url), { pathname: name }).href;
