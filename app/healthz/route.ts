import { privateJson, route } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => privateJson({ status: "ok" }),
});
