import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startPostgres } from "../postgres/start-postgres.ts";

export interface Trigrams {
  load(entries: readonly { id: string; title: string }[]): Promise<void>;
  search(text: string, limit: number): Promise<string[]>;
  stop(): Promise<void>;
}

/** Titles in a PostgreSQL of its own, found by pg_trgm's similarity with an index. */
export async function startTrigrams(): Promise<Trigrams> {
  const folder = await mkdtemp(join(tmpdir(), "bench-trigrams-"));
  await chmod(folder, 0o711); // The user that PostgreSQL runs as passes through it.
  const server = await startPostgres(join(folder, "postgres"), {
    settings: { fsync: "off", shared_buffers: "512MB" },
  });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query("create extension if not exists pg_trgm");
  return {
    async load(entries) {
      await client.query("set statement_timeout = 0");
      await client.query("drop table if exists entry");
      await client.query("create table entry (id text, title text)");
      for (let at = 0; at < entries.length; at += 10_000) {
        const some = entries.slice(at, at + 10_000);
        await client.query("insert into entry select * from unnest($1::text[], $2::text[])", [
          some.map(({ id }) => id),
          some.map(({ title }) => title),
        ]);
      }
      await client.query("create index on entry using gin (title gin_trgm_ops)");
      await client.query("analyze entry");
      await client.query("set statement_timeout = '10s'");
    },
    /** Gives up after ten seconds, which then count as the time it took. */
    async search(text, limit) {
      const query = "select id from entry where title % $1 order by similarity(title, $1) desc limit $2";
      const { rows } = await client.query<{ id: string }>(query, [text, limit]).catch((error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "57014") return { rows: [] };
        throw error;
      });
      return rows.map(({ id }) => id);
    },
    async stop() {
      await client.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
