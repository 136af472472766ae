import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "../child.ts";
import { migrateDatabase } from "../migrate/migrate-database.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { type Outcome, rateOf } from "./rate.ts";
import type { Cases } from "./read-cases.ts";

/** Whether the search among the notices of the demo shows the right one first; in a PostgreSQL of its own, where it was told. */
export async function measureSearch({ searches }: Cases, cases: string) {
  if (searches.length === 0) return {};
  const folder = await mkdtemp(join(tmpdir(), "bench-text-"));
  await chmod(folder, 0o711); // The user that PostgreSQL runs as passes through it.
  const server = await startPostgres(join(folder, "postgres"), { settings: { fsync: "off" } });
  try {
    await migrateDatabase(server.url);
    // In processes of their own, for this one has no database to speak of.
    const env = { ...process.env, DATABASE_URL: server.url, DATA_DIR: folder, LOG_LEVEL: "warn" };
    await runNode(["prisma/seed.ts", "--reference", "--demo"], env);
    const outcomes: Outcome[] = JSON.parse(await runNode(["scripts/text/ask-search.ts", cases], env));
    return { "searched notice first": rateOf(outcomes) };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
