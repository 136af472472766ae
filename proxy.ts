import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { feedSegment, readFeedSegment } from "#lib/i18n/feed-filters";
import { messages } from "#lib/i18n/messages";
import { ASKED_FOR } from "#lib/i18n/paths";
import { routing } from "#lib/i18n/routing";

const localize = createMiddleware(routing);

const feed = /^(\/en)?\/debunks(?:\/filtered\/([^/]+))?$/;

/** The most that a form may weigh; Next itself answers anything above its own limit as if the fault were ours. */
const FORM_LIMIT = 2_000_000;

/** Gives every address its language, and every filtered feed a path of its own, so that it can be cached. */
export function proxy(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;
  if (!isReadable(pathname)) return refusal(400, "badAddress");
  if (Number(request.headers.get("content-length") ?? 0) > FORM_LIMIT) return refusal(413, "tooMuch");
  if (request.method === "POST" && isFromElsewhere(request.headers)) return refusal(403, "foreignForm");
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

/** Whether a page of another site sent the form. Browsers tell; what tells nothing is no browser. */
function isFromElsewhere(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null) return false;
  const hosts = [headers.get("x-forwarded-host"), headers.get("host")];
  return !URL.canParse(origin) || !hosts.includes(new URL(origin).host);
}

/** Whether the path can be decoded at all. */
function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}

/** A short page in both languages, for what no page can answer. */
function refusal(status: 400 | 403 | 413, reason: "badAddress" | "foreignForm" | "tooMuch"): NextResponse {
  const parts = routing.locales.map((locale) => {
    const { title, detail } = messages[locale].errors[reason];
    return `<section lang="${locale}"><h1>${title}</h1><p>${detail}</p></section>`;
  });
  const page = `<!doctype html><html lang="${routing.defaultLocale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title>${parts.join("")}</html>`;
  return new NextResponse(page, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

export const config = {
  // Everything that people read: not the API, the public copies of pictures or the probes, not Next's own files, nothing with a file extension.
  matcher: ["/((?!(?:api|files|_next|healthz|readyz|metrics)(?:/|$)|.*\\.[^/]*$).*)"],
};
