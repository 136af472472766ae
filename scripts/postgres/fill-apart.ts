import { withClient } from "./what-is-there.ts";

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
