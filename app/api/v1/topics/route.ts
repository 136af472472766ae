import type { TopicListBody } from "#lib/reference/api-schema";
import { listTopics } from "#lib/reference/topics";
import { noParameters, publicRead, publicRoute } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute(
  publicRead(
    { query: noParameters, path: noParameters, sharedFor: 600 },
    async (): Promise<TopicListBody> => ({
      items: await listTopics(),
      nextCursor: null,
    }),
  ),
);
