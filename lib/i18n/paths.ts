import { type Locale, locales } from "./locale.ts";

const prefixes: Record<Locale, string> = { "zh-CN": "", en: "/en" };

/** The address of a page in a language: `/about` is Chinese, `/en/about` English. Queries and fragments stay. */
export function localePath(href: string, locale: Locale): string {
  const isPage = href.startsWith("/") && !href.startsWith("//");
  if (!isPage || prefixes[locale] === "") return href;
  return href === "/" ? prefixes[locale] : `${prefixes[locale]}${href.replace(/^\/(?=[?#])/, "")}`;
}

/** An address with what it asks for; what is not given is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}

/** The query of an address as a page is given it. */
export const searchParamsOf = (query: Readonly<Record<string, string | readonly string[] | undefined>>) =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value = []]) => [value].flat().map((one) => [name, String(one)])),
  );

/** The page of an address, whatever its language. */
export function pathWithoutLocale(pathname: string): string {
  const [, first = ""] = pathname.split("/");
  const isLocale = (locales as readonly string[]).includes(first);
  return isLocale ? pathname.slice(first.length + 1) || "/" : pathname;
}

/** At this address there can never be anything: the page that stands for all addresses that lead nowhere is made there. */
export const NOWHERE = "/-";

/** The request header in which the listener tells a page the address that was asked for. */
export const ASKED_FOR = "x-asked-for";

/**
 * The address inside the desk that a text from outside names, as a browser would go to it, or null: nobody is sent to
 * another site, nor by dots and slashes to another part of this one, nor back to the door.
 */
export function deskPath(text: string | null | undefined): string | null {
  if (!text || text.length > 500 || !/^\/[\w\-./?=&%]*$/.test(text)) return null;
  const base = "http://desk.invalid";
  if (!URL.canParse(text, base)) return null;
  const { origin, pathname, search } = new URL(text, base);
  const isPlain = origin === base && !/\/\/|%(?:2f|5c)/i.test(pathname);
  const isPage = /^(?:\/en)?\/desk(?:\/|$)/.test(pathname) && !/\/desk\/sign-in\/?$/.test(pathname);
  return isPlain && isPage ? pathname + search : null;
}
