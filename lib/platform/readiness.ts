import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "./db.ts";
import { log } from "./log.ts";
import { remember } from "./remember.ts";

const PATIENCE = 3000;
const KEPT_FOR = 1000;
/** A worker that missed this many of its heartbeats is taken for dead. */
const MISSED_BEATS = 3;

const checks = {
  database: async () => (await db.$queryRaw<unknown[]>`SELECT 1`).length === 1,
  migrations: areMigrationsApplied,
  worker: hasWorker,
};

/**
 * Whether the service as a whole works: its database answers, has every migration of this release, and a worker is there
 * to react. Asked more than once a second it gives the same answer, so that asking costs nothing; the log tells what fails.
 */
export const isReady = remember("readiness", check, KEPT_FOR);

async function check(): Promise<boolean> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, run]) => {
      const late = pause(PATIENCE, false, { ref: false });
      const passed = await Promise.race([run(), late]).catch((error: unknown) => {
        log.warn({ err: error, check: name }, "a readiness check could not run");
        return false;
      });
      return { name, passed };
    }),
  );
  const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
  if (failed.length > 0) log.warn({ failed }, "not ready");
  return failed.length === 0;
}

/** Whether this process may change the tables themselves, which nobody needs who serves or works. */
export const ownsTables = remember("owns tables", async (): Promise<boolean> => {
  const [{ owns } = { owns: true }] = await db.$queryRaw<{ owns: boolean }[]>`
    SELECT pg_has_role(current_user, relowner, 'USAGE') AS owns FROM pg_class WHERE oid = 'events'::regclass`;
  return owns;
});

async function areMigrationsApplied(): Promise<boolean> {
  const [onDisk, rows] = await Promise.all([
    readdir(join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations"), { withFileTypes: true }),
    db.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  ]);
  const applied = new Set(rows.map(({ name }) => name));
  return onDisk.every((entry) => !entry.isDirectory() || applied.has(entry.name));
}

/** Whether a worker of this installation, in this process or another, has shown a sign of life. */
async function hasWorker(): Promise<boolean> {
  const [{ alive } = { alive: false }] = await db.$queryRaw<{ alive: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM pgboss.instance
      WHERE supervise AND stopped_on IS NULL
        AND heartbeat_on > now() - heartbeat_seconds * ${MISSED_BEATS} * interval '1 second'
    ) AS alive`;
  return alive;
}
