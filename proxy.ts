import createMiddleware from "next-intl/middleware";
import { routing } from "#lib/i18n/routing";

/** Gives every address its language; everything else about a request is decided before it comes here (lib/web/listen). */
export const proxy = createMiddleware(routing);

export const config = {
  // Everything that people read: not Next's own files, nothing with a file extension.
  matcher: ["/((?!_next(?:/|$)|.*\\.[^/]*$).*)"],
};
