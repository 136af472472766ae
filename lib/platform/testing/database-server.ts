import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../../../scripts/migrate/migrate-database.ts";
import { startPostgres } from "../../../scripts/postgres/start-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated database from which each test file clones its own. */
    templateUrl: string;
    /** Removed after the run, with everything that tests left in it. */
    scratch: string;
  }
}

/** Every test finds divisions, topics and members; in a process of its own, for this one has no database to speak of. */
async function loadReference(DATABASE_URL: string) {
  const env = { ...process.env, DATABASE_URL };
  await promisify(execFile)(process.execPath, ["prisma/seed.ts", "--reference"], { env });
}

/** One real PostgreSQL for the whole run; losing it in a power cut would not matter. */
export default async function startDatabaseServer(project: TestProject) {
  const scratch = await mkdtemp(join(tmpdir(), "bianzhen-test-"));
  await chmod(scratch, 0o711); // The user that PostgreSQL runs as passes through it.
  const durability = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const postgres = await startPostgres(join(scratch, "postgres"), {
    settings: { ...durability, max_connections: "200" },
  });
  const stop = async () => {
    await postgres.stop();
    await rm(scratch, { recursive: true, force: true });
  };
  try {
    await migrateDatabase(postgres.url);
    await loadReference(postgres.url);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("templateUrl", postgres.url);
  project.provide("scratch", scratch);
  return stop;
}
