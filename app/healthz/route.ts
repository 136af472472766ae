import { privateJson, route } from "#lib/platform/http";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => privateJson({ status: "ok" }),
});
