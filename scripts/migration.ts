import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrationsDirectory, noFilter, readMigrations } from "./migrate/apply-migrations.ts";
import { withSchemaEngine } from "./migrate/schema-engine.ts";
import { startPostgres } from "./postgres/start-postgres.ts";

const models = join(import.meta.dirname, "../prisma/models");
const [argument] = process.argv.slice(2);

if (argument === "--check") {
  const sql = await differenceToModels();
  if (sql) {
    console.error(`prisma/models and prisma/migrations differ; run: npm run migration NAME\n\n${sql}`);
    process.exitCode = 1;
  }
} else if (argument && /^[a-z0-9-]+$/.test(argument)) {
  const sql = await differenceToModels();
  if (sql) await writeMigration(argument, sql);
  else console.log("prisma/models and prisma/migrations agree: nothing to write");
} else {
  console.error("Usage: npm run migration NAME (lower-case words with hyphens), or -- --check");
  process.exitCode = 1;
}

async function writeMigration(name: string, sql: string) {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsDirectory, `${time}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  console.log(`Wrote prisma/migrations/${time}_${name}/migration.sql; read it before you commit it`);
}

/** The SQL that leads from the present migrations to the models; null when they agree. */
async function differenceToModels() {
  const scratch = await mkdtemp(join(tmpdir(), "bianzhen-migration-"));
  const postgres = await startPostgres(scratch, { settings: { fsync: "off" } });
  try {
    const migrations = await readMigrations(migrationsDirectory);
    const files = await readModels();
    const { exitCode, stdout } = await withSchemaEngine(postgres.url, (engine) =>
      engine.diff({
        from: { tag: "migrations", ...migrations },
        to: { tag: "schemaDatamodel", files },
        script: true,
        exitCode: true,
        filters: noFilter,
      }),
    );
    return exitCode === 0 ? null : stdout;
  } finally {
    await postgres.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function readModels() {
  const files = (await readdir(models, { recursive: true })).filter((file) => file.endsWith(".prisma"));
  return Promise.all(
    files.map(async (file) => ({
      path: join(models, file),
      content: await readFile(join(models, file), "utf8"),
    })),
  );
}
