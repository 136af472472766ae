import { handlersOf } from "#lib/web/handlers";
import { keptPages } from "#lib/web/next/kept-pages";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf("/feed.json", keptPages);
