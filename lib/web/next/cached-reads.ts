import { unstable_cache } from "next/cache";
import { cache } from "react";
import { listMembers } from "#lib/members/queries";
import { countNotices } from "#lib/publishing/outline";
import { findDebunk, listCorrections, listDebunks } from "#lib/publishing/queries";
import type { DebunkFilter } from "#lib/publishing/schema";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { plain } from "#lib/web/pages/plain";

const kept = <Args extends unknown[], T>(key: string, tags: string[], read: (...args: Args) => Promise<T>) =>
  unstable_cache(async (...args: Args) => plain(await read(...args)), [key], { tags });

/** A page of notices; the same for everybody until something is published. */
export const readNotices = kept("notices", ["debunks"], (filter: Omit<DebunkFilter, "q">) =>
  listDebunks(filter),
);

export const readNoticeCount = kept("notice-count", ["debunks"], countNotices);

export const readCorrections = kept("corrections", ["debunks"], (cursor?: string) => listCorrections(cursor));

/** One notice with all its versions, or null; kept for the length of a request and until it is corrected. */
export const readNotice = cache((slug: string) =>
  kept(`notice-${slug}`, ["debunks", `debunk:${slug}`], () => findDebunk(slug))(),
);

export const readDivisions = kept("divisions", ["reference"], listDivisions);

export const readTopics = kept("topics", ["reference"], async () =>
  (await listTopics()).map(({ id, zh, en }) => ({ id, zh, en })),
);

export const readMembers = kept("members", ["reference"], listMembers);
