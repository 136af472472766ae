import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { feedSegment, readFeedSegment } from "#lib/i18n/feed-filters";
import { ASKED_FOR } from "#lib/i18n/paths";
import { routing } from "#lib/i18n/routing";

const localize = createMiddleware(routing);

const feed = /^(\/en)?\/debunks(?:\/filtered\/([^/]+))?$/;

/** Gives every address its language, and every filtered feed a path of its own, so that it can be cached. */
export function proxy(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;
  const [matched, prefix = "", direct] = feed.exec(pathname) ?? [];
  // Whoever has to sign in first returns to where they wanted to go.
  request.headers.set(ASKED_FOR, pathname + request.nextUrl.search);
  if (!matched) return localize(request);

  const filters = direct && readFeedSegment(direct);
  if (filters) {
    // Only we write such a path; a reader who got hold of one is sent to the address it stands for.
    return NextResponse.redirect(
      new URL(`${prefix}/debunks?${new URLSearchParams(filters)}`, request.url),
      308,
    );
  }
  const segment = direct ? "invalid" : feedSegment(searchParams);
  if (!segment) return localize(request);
  const locale = prefix.slice(1) || routing.defaultLocale;
  return NextResponse.rewrite(new URL(`/${locale}/debunks/filtered/${segment}`, request.url));
}

export const config = {
  // Everything that people read: not the API or the probes, not Next's own files, nothing with a file extension.
  matcher: ["/((?!(?:api|_next|healthz|readyz|metrics)(?:/|$)|.*\\.[^/]*$).*)"],
};
