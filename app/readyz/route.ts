import { privateJson, route } from "#lib/platform/http";
import { isReady } from "#lib/platform/readiness";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () =>
    (await isReady()) ? privateJson({ status: "ok" }) : privateJson({ status: "unavailable" }, 503),
});
