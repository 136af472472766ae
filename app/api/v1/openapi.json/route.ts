import { apiDocument } from "#lib/web/api-document";
import { noParameters, publicRead, publicRoute } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute(
  publicRead({ query: noParameters, path: noParameters, sharedFor: 600 }, async () => apiDocument()),
);
