import pg from "pg";
import { alertQueues } from "#lib/alerts/queue";
import { eventQueues } from "#lib/audit/queues";
import { claimQueues } from "#lib/claims/queue";
import { distributionQueues } from "#lib/distribution/queue";
import { installQueues } from "#lib/platform/jobs";
import { tellingQueues } from "#lib/telling/queue";
import { applyMigrations } from "./apply-migrations.ts";

/** Brings a database up to date before anything of this house uses it: tables, queues, and the rights of the role `bianzhen_app`. */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  await applyMigrations(databaseUrl);
  await installQueues(databaseUrl, {
    ...eventQueues,
    ...claimQueues,
    ...tellingQueues,
    ...distributionQueues,
    ...alertQueues,
  });
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query("select grant_to_application()");
  } finally {
    await owner.end();
  }
}
