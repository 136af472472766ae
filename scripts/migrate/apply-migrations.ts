import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList, SchemaFilter } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { withSchemaEngine } from "./schema-engine.ts";

/** Held by whoever changes the tables. */
export const migrationLock = 4_210_019;
export const migrationsDirectory = join(import.meta.dirname, "../../prisma/migrations");
export const noFilter: SchemaFilter = { externalTables: [], externalEnums: [] };

/** Brings the database up to date and names what was applied; of several instances starting at once, one works. */
export async function applyMigrations(
  databaseUrl: string,
  directory = migrationsDirectory,
): Promise<string[]> {
  const guard = new pg.Client({ connectionString: databaseUrl });
  guard.on("error", () => {}); // A lost connection is reported by the query it interrupts.
  await guard.connect();
  try {
    await guard.query("select pg_advisory_lock($1)", [migrationLock]);
    await forgetInterrupted(guard);
    const migrationsList = await readMigrations(directory);
    return await withSchemaEngine(databaseUrl, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
      return appliedMigrationNames;
    });
  } finally {
    await guard.end();
  }
}

/** A migration runs in one transaction, so one that did not finish left nothing behind and may run again. */
async function forgetInterrupted(guard: pg.Client) {
  const { rows } = await guard.query("select to_regclass('_prisma_migrations') as name");
  if (rows[0]?.name === null) return;
  await guard.query(
    "update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null",
  );
}

/** The migrations on disk, oldest first, as the schema engine wants them. */
export async function readMigrations(directory: string): Promise<MigrationList> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = names.sort().map(async (path) => {
    const value = await readFile(join(directory, path, "migration.sql"), "utf8");
    return { path, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
  });
  return {
    baseDir: directory,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(migrationDirectories),
  };
}
