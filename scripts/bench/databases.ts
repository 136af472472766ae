import pg from "pg";
import { hashPassword } from "#lib/access/password";
import { connect } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedReference } from "#seed/reference";
import { migrateDatabase } from "../migrate/migrate-database.ts";
import { step } from "../step.ts";
import type { SignIn } from "./desk.ts";
import { fill } from "./fill.ts";

/**
 * A database for each size, all with the same reference data and the same moderator; each is the one before and more. `spare`
 * is another one like the largest.
 */
export async function makeDatabases(url: string, sizes: readonly number[], moderator: SignIn) {
  await step("Create the database", () => prepare(url, moderator));
  const made = new Map<number, string>();
  let [from, template] = [0, url];
  for (const size of sizes) {
    const next = await clone(template, `bench_${size}`);
    await step(`Fill in ${size.toLocaleString("en")} claims and notices`, () => fill(next, from + 1, size));
    made.set(size, next);
    [from, template] = [size, next];
  }
  const spare = await step("Copy the largest", () => clone(template, "bench_spare"));
  return { made, spare };
}

async function prepare(url: string, { email, password }: SignIn) {
  await migrateDatabase(url);
  const db = connect(url, { max: 2 });
  await seedReference(db);
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

async function clone(template: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: withName(template, "postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(template).pathname.slice(1)}`);
  await client.end();
  return withName(template, name);
}

const withName = (url: string, name: string) => Object.assign(new URL(url), { pathname: name }).href;
