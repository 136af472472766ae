import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { withClient } from "../../postgres/what-is-there.ts";
import { listTables } from "../take-rows.ts";

/** Every row of every table, as its hash; without what a restore notes of reactions that have not run. */
export const rowsIn = (url: string): Promise<Map<string, string[]>> =>
  withClient(url, async (client) => {
    const found = new Map<string, string[]>();
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `select md5(all_of_it::text) as row from ${name} all_of_it order by 1`,
      );
      if (name !== "reaction_runs")
        found.set(
          name,
          rows.map(({ row }) => row),
        );
    }
    return found;
  });

/** All that guards the rows, and where the numbers stand. */
export const guardsIn = (url: string): Promise<unknown[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `select conrelid::regclass::text as of, conname::text as name, pg_get_constraintdef(oid) as is from pg_constraint
         where connamespace = 'public'::regnamespace
       union all select tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(oid) from pg_trigger
         where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
       union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
       union all select sequencename, 'last', last_value::text from pg_sequences where schemaname = 'public'
       union all select relname, 'rights', relacl::text from pg_class
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')
       order by 1, 2, 3`,
    );
    return rows;
  });

/** Every file that was whole, by its path, as its hash. */
export async function filesIn(dataDir: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const top = join(dataDir, "files");
  for (const entry of await readdir(top, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/^(original|copy|blurred)\/..\/[^.]+$/.test(relative(top, path))) continue;
    const bytes = await readFile(path).catch(() => null);
    if (bytes) found.set(relative(top, path), createHash("sha256").update(bytes).digest("hex"));
  }
  return found;
}
