import { unstable_cache } from "next/cache";
import { cache } from "react";
import { listMembers } from "#lib/members/queries";
import { countNotices } from "#lib/publishing/outline";
import { findDebunk, isNotice, listCorrections, listDebunks } from "#lib/publishing/queries";
import type { DebunkFilter } from "#lib/publishing/schema";
import { searchDebunks } from "#lib/publishing/search-debunks";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { plain } from "#lib/web/pages/plain";

const kept = <Args extends unknown[], T>(key: string, tags: string[], read: (...args: Args) => Promise<T>) =>
  unstable_cache(async (...args: Args) => plain(await read(...args)), [key], { tags });

const markNews = kept("news", ["debunks"], async () => null);

/**
 * What a stranger can make up without end is read anew, so that nobody can drive out with it what others read. The page that
 * shows it is forgotten like any other when something is published.
 */
async function anew<T>(read: Promise<T>) {
  const [found] = await Promise.all([read, markNews()]);
  return plain(found);
}

const readKeptNotices = kept("notices", ["debunks"], (filter: DebunkFilter) => listDebunks(filter));

/** A process that has just started may not have read everything yet: what it finds is not shown for longer than this. */
const markSearch = unstable_cache(async () => null, ["search"], { tags: ["debunks"], revalidate: 60 });

async function search(question: string, filter: DebunkFilter) {
  const [items] = await Promise.all([searchDebunks(question, filter), markSearch()]);
  return { items, nextCursor: null };
}

/** A page of notices; the same for everybody until something is published. */
export async function readNotices({ q, ...filter }: DebunkFilter) {
  if (q) return anew(search(q, filter));
  return filter.cursor || filter.from || filter.to ? anew(listDebunks(filter)) : readKeptNotices(filter);
}

export const readNoticeCount = kept("notice-count", ["debunks"], countNotices);

const readNewestCorrections = kept("corrections", ["debunks"], () => listCorrections());

/** A page of corrections; the newest are kept. */
export const readCorrections = async (cursor?: string) =>
  cursor ? anew(listCorrections(cursor)) : readNewestCorrections();

/** One notice with all its versions, or null; kept for the length of a request and, if there is one, until it is corrected. */
export const readNotice = cache(async (slug: string) => {
  if (!(await isNotice(slug))) return anew(Promise.resolve(null));
  return kept(`notice-${slug}`, ["debunks", `debunk:${slug}`], () => findDebunk(slug))();
});

export const readDivisions = kept("divisions", ["reference"], listDivisions);

export const readTopics = kept("topics", ["reference"], async () =>
  (await listTopics()).map(({ id, zh, en }) => ({ id, zh, en })),
);

export const readMembers = kept("members", ["reference"], listMembers);
