import { versionPathSchema } from "#lib/publishing/api-schema";
import { toDebunkVersion } from "#lib/publishing/api-view";
import { findDebunk } from "#lib/publishing/queries";
import { noParameters, publicRead, publicRoute } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute(
  publicRead({ query: noParameters, path: versionPathSchema, sharedFor: 60 }, async ({ path }) => {
    const debunk = await findDebunk(path.slug);
    return debunk && toDebunkVersion(debunk, path.n);
  }),
);
