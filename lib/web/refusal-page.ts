import { defaultLocale, locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { localePath, pathWithoutLocale, withQuery } from "#lib/i18n/paths";
import { type AppError, appErrorStatus } from "#lib/platform/errors";
import { wholeAnswer } from "./whole-answer.ts";

/**
 * A refusal as a page in the language of the address, for whoever sent a form or followed a link by hand; null for programs, which are
 * told by a problem. From the desk it leads to the page that the form stood on, by way of the door where nobody is signed in.
 */
export function refusalPage(request: Request, { code, headers }: AppError): Response | null {
  if (!request.headers.get("accept")?.includes("text/html")) return null;
  const { pathname } = new URL(request.url);
  const locale = locales.find((one) => one === pathname.split("/")[1]) ?? defaultLocale;
  const { errors } = messages[locale];
  const { title, detail } = errors[code];
  const page = pathname.replace(/\/[^/]*$/, "");
  const isDesk = pathWithoutLocale(page).startsWith("/desk/");
  const door = code === "UNAUTHENTICATED" && isDesk;
  const href = door
    ? localePath(withQuery("/desk/sign-in", { to: page }), locale)
    : isDesk
      ? page
      : localePath("/", locale);
  const words = door ? errors.page.signIn : isDesk ? errors.page.back : errors.home;
  const body = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${detail}</p><p><a href="${escaped(href)}">${words}</a></p></main></html>`;
  return wholeAnswer(body, {
    status: appErrorStatus[code],
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}

/** Of what addresses hold, this alone would mean something else in a page. */
const escaped = (href: string): string => href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
