import { toDebunkList } from "#lib/publishing/api-view";
import { checkFilter } from "#lib/publishing/check-filter";
import { listDebunks } from "#lib/publishing/queries";
import { debunkFilterSchema } from "#lib/publishing/schema";
import { searchDebunks } from "#lib/publishing/search-debunks";
import { noParameters, publicRead, publicRoute } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute(
  publicRead({ query: debunkFilterSchema, path: noParameters, sharedFor: 60 }, async ({ query }) => {
    await checkFilter(query);
    if (!query.q) return toDebunkList(await listDebunks(query));
    return toDebunkList({ items: await searchDebunks(query.q, query), nextCursor: null });
  }),
);
