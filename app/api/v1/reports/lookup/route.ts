import { handlersOf } from "#lib/web/handlers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf("/api/v1/reports/lookup");
