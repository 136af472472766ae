import type { MemberListBody } from "#lib/members/api-schema";
import { listMembers } from "#lib/members/queries";
import { noParameters, publicRead, publicRoute } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute(
  publicRead(
    { query: noParameters, path: noParameters, sharedFor: 600 },
    async (): Promise<MemberListBody> => ({
      items: await listMembers(),
      nextCursor: null,
    }),
  ),
);
