import type { DivisionListBody } from "#lib/reference/api-schema";
import { listDivisions } from "#lib/reference/divisions";
import { noParameters, publicRead, publicRoute } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute(
  publicRead(
    { query: noParameters, path: noParameters, sharedFor: 600 },
    async (): Promise<DivisionListBody> => ({
      items: await listDivisions(),
      nextCursor: null,
    }),
  ),
);
