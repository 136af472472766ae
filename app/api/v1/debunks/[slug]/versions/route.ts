import { debunkPathSchema } from "#lib/publishing/api-schema";
import { toVersionList } from "#lib/publishing/api-view";
import { findDebunk } from "#lib/publishing/queries";
import { noParameters, publicRead, publicRoute } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute(
  publicRead({ query: noParameters, path: debunkPathSchema, sharedFor: 60 }, async ({ path }) => {
    const debunk = await findDebunk(path.slug);
    return debunk && toVersionList(debunk);
  }),
);
