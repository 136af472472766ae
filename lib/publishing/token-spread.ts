import { db } from "#lib/platform/db";
import { remember } from "#lib/platform/remember";

/** In about how many notices a token stands. */
export type TokenSpread = (token: string) => number;

/** Tokens that PostgreSQL does not list are rarer than the rarest that it lists, most of them by far. */
const UNLISTED = 1 / 4;

type Statistics = { notices: number; tokens: string[] | null; shares: number[] | null };

/** How the tokens are spread over the published notices, from PostgreSQL's own statistics; asked for now and then. */
export const tokenSpread = remember("token spread", read);

async function read(): Promise<TokenSpread> {
  const [statistics] = await db.$queryRaw<Statistics[]>`
    SELECT greatest(reltuples, 0)::float8 AS notices, most_common_elems::text::text[] AS tokens,
      most_common_elem_freqs::float8[] AS shares
    FROM pg_class LEFT JOIN pg_stats
      ON schemaname = current_schema() AND tablename = 'debunks' AND attname = 'search_tokens'
    WHERE oid = 'debunks'::regclass`;
  const { notices = 0, tokens, shares } = statistics ?? {};
  const listed = new Map(tokens?.map((token, index) => [token, (shares?.[index] ?? 0) * notices]));
  const unlisted = Math.min(...listed.values(), notices) * UNLISTED;
  return (token) => listed.get(token) ?? unlisted;
}
