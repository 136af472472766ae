import { noHandlers } from "#lib/web/handlers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = noHandlers;
