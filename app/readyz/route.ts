import { isReady } from "#lib/platform/readiness";
import { privateJson, route } from "#lib/web/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () =>
    (await isReady()) ? privateJson({ status: "ok" }) : privateJson({ status: "unavailable" }, 503),
});
