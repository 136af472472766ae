import { existsSync } from "node:fs";
import { join } from "node:path";
import { runningUrl } from "../postgres/running-url.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { withClient } from "../postgres/what-is-there.ts";
import { Refusal } from "./refusal.ts";

/** Uses the embedded database of a data directory, whether an instance runs on it at this moment or none does. */
export async function withEmbedded<Result>(
  dataDir: string,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const directory = join(dataDir, "postgres");
  if (!existsSync(join(directory, "data")))
    throw new Refusal(
      `There is no database in ${dataDir}: set DATA_DIR or DATABASE_URL to that of the installation.`,
    );
  const url = await runningUrl(directory);
  if (url && (await answers(url))) return use(url);
  const server = await startPostgres(directory);
  try {
    return await use(server.url);
  } finally {
    await server.stop();
  }
}

const answers = (url: string): Promise<boolean> => withClient(url, async () => true).catch(() => false);
