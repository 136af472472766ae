import type pg from "pg";

/** Adds many rows to these tables; their indexes are made anew afterwards, which takes much less than to keep them. */
export async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  run: () => Promise<unknown>,
): Promise<void> {
  // What a constraint stands on stays.
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT index.indexrelid::regclass::text AS name, pg_get_indexdef(index.indexrelid) AS definition
    FROM pg_index index
    WHERE index.indrelid = ANY ($1::regclass[])
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = index.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await run();
  for (const { definition } of rows) await client.query(definition);
}
