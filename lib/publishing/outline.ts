import { db } from "#lib/platform/db";

/** How many notices there are, of every verdict. */
export const countNotices = (): Promise<number> => db.debunk.count();

/** The addresses of the newest notices, for the site map; one file holds at most 50,000 addresses. */
export const listNoticeAddresses = (limit = 20_000) =>
  db.debunk.findMany({
    select: { slug: true, updatedAt: true },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
