import pg from "pg";

/** Whether nothing has ever been stored in a database, not even its tables. */
export async function isUntouched(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query("select to_regclass('_prisma_migrations') as name");
    return rows[0]?.name === null;
  });
}

/**
 * Fills a database of another name, quickly, and then lets it take the place of the untouched one at `url`: whoever looks
 * there finds all or nothing. Of an attempt that fails nothing stays; what a killed one left behind is dropped.
 */
export async function fillApart<Result>(
  url: string,
  fill: (url: string) => Promise<Result>,
): Promise<Result> {
  const target = new URL(url);
  const name = target.pathname.slice(1);
  const [draft, former] = [`${name}_draft`, `${name}_former`];
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  return withClient(maintenance.href, async (client) => {
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    target.pathname = `/${draft}`;
    // Nothing of it counts before the exchange, whose own commit makes all of it durable.
    target.searchParams.set("options", "-c synchronous_commit=off");
    try {
      const result = await fill(target.href);
      await client.query(`drop database if exists ${former} with (force)`);
      await client.query("begin");
      await client.query(`alter database ${name} rename to ${former}`);
      await client.query(`alter database ${draft} rename to ${name}`);
      await client.query("commit");
      await client.query(`drop database ${former} with (force)`);
      return result;
    } catch (error) {
      // What went wrong is told, whether the half-filled one can be dropped or not.
      await client
        .query("rollback")
        .then(() => client.query(`drop database if exists ${draft} with (force)`))
        .catch(() => {});
      throw error;
    }
  });
}

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {}); // A lost connection is reported by the query it interrupts.
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
