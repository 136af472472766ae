import { readFeedFilters } from "#lib/i18n/feed-filters";
import { defaultLocale, type Locale, locales } from "#lib/i18n/locale";
import { localePath, NOWHERE, searchParamsOf } from "#lib/i18n/paths";
import { cursorSchema } from "#lib/platform/cursor";
import { readFilter } from "#lib/publishing/list-notices";
import { isNotice, isVersion } from "#lib/publishing/queries";
import { findFollowable } from "#lib/telling/find-followable";
import type { Scripts } from "./rewrite-html.ts";

/** A public page, as its one address names it. */
export type PageAddress = {
  /** Canonical: the language, the path, and in one order the parameters that the page knows. */
  key: string;
  /** What it shows something of: it is made anew when one of these changes. */
  tags: readonly string[];
  scripts: Scripts;
  /** What it answers when it is as it should be. */
  status: 200 | 404;
  /** Whether it can be kept: the answers to a search are as many as there are questions. */
  isKept: boolean;
  /** Whether there is a fixed number of such pages, which others never drive out. */
  isLasting: boolean;
  /** Whether it is made for its reader, with what their browser keeps: nobody else is ever shown it. */
  isOwn: boolean;
  /** Asked before a page is made that is not kept: what does not exist is not made. */
  exists(): Promise<boolean>;
  /** What is said where it does not. */
  missing: Missing["missing"];
};

/** The page that stands for all addresses of a kind where there is nothing. */
export type Missing = { missing: "page" | "list"; locale: Locale };

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
type Found = Omit<PageAddress, "key"> & { query?: Query };

const page = (found: Partial<Found> = {}): Found => ({
  tags: ["reference"],
  scripts: "none",
  status: 200,
  isKept: true,
  isLasting: true,
  isOwn: false,
  exists: async () => true,
  missing: "page",
  ...found,
});

/** One of many of a kind. */
const oneOfMany = (tags: readonly string[], exists: () => Promise<boolean>): Found =>
  page({ tags, isLasting: false, exists });

/** A page with a form, whose scripts it needs, and of which there are as many as claims. */
const unkept = (exists: () => Promise<boolean>): Found =>
  page({ scripts: "all", isKept: false, isLasting: false, exists });

/** Its key says what the reader brings along. */
const ownPage = (query: Query): Found =>
  page({ scripts: "later", isKept: false, isLasting: false, isOwn: true, query });

const news = ["debunks", "reference"];

type Reader = (query: URLSearchParams, ...parts: string[]) => Found | Missing["missing"];

/** Every public page that is the same for everybody, by its path without the language. */
const pages: readonly [RegExp, Reader][] = [
  [/^\/$/, () => page({ tags: news, scripts: "later" })],
  [/^\/check$/, () => page({ scripts: "later" })],
  [/^\/report$/, (query) => ownPage({ file: query.getAll("file") })],
  [
    /^\/follow\/([\w-]{1,80})$/,
    (_, claimId = "") => unkept(async () => (await findFollowable(claimId)) !== null),
  ],
  [/^\/(?:about|members|methodology|privacy)$/, () => page()],
  [/^\/debunks$/, readFeed],
  [/^\/debunks\/([\w-]{1,80})$/, (_, slug = "") => oneOfMany([`debunk:${slug}`], () => isNotice(slug))],
  [
    /^\/debunks\/([\w-]{1,80})\/versions\/([1-9]\d{0,5})$/,
    (_, slug = "", number) => oneOfMany([`debunk:${slug}`], () => isVersion(slug, Number(number))),
  ],
  [/^\/corrections$/, () => page({ tags: news })],
  [
    /^\/corrections\/older\/([\w-]{1,100})$/,
    (_, cursor) => (cursorSchema.safeParse(cursor).success ? page({ tags: news, isLasting: false }) : "page"),
  ],
];

/** What the framework answers for each reader: the desk, and what stands behind a secret or a cookie. */
const framework =
  /^\/(?:desk(?:\/.*)?|track|report\/(?:done|file)|follow\/confirm|digest(?:\/confirm)?|unsubscribe)$/;

/** What is kept besides pages: for machines, without a language. */
const files: Readonly<Record<string, Found>> = {
  "/sitemap.xml": page({ tags: ["debunks"] }),
  "/robots.txt": page(),
  "/icon.svg": page(),
};

function readFeed(given: URLSearchParams): Found | "list" {
  const query = readFeedFilters(given);
  if (!query) return "list";
  if (Object.keys(query).length === 0) return page({ tags: news });
  return {
    ...oneOfMany(news, async () => (await readFilter(query)) !== null),
    isKept: query.q === undefined,
    missing: "list",
    query,
  };
}

/**
 * What answers at an address: a public page, however its address is written; the framework, for each reader anew; or the page
 * that says that there is nothing.
 */
export function findPage(
  pathname: string,
  query: URLSearchParams,
): { page: PageAddress } | { missing: Missing } | "framework" {
  const file = files[pathname];
  if (file) return { page: { ...file, key: pathname } };
  const { locale, path } = splitLocale(pathname);
  if (framework.test(path)) return "framework";
  for (const [pattern, read] of pages) {
    const parts = pattern.exec(path);
    if (!parts) continue;
    const found = read(query, ...parts.slice(1));
    if (typeof found === "string") return { missing: { missing: found, locale } };
    return { page: { ...found, key: localePath(path, locale) + searchOf(found.query) } };
  }
  return { missing: { missing: "page", locale } };
}

function searchOf(query: Query = {}): string {
  const search = searchParamsOf(query).toString();
  return search && `?${search}`;
}

/** The language of an address, and the rest of it. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first = ""] = pathname.split("/", 2);
  const locale = locales.find((known) => known === first && known !== defaultLocale);
  return locale
    ? { locale, path: pathname.slice(first.length + 1) || "/" }
    : { locale: defaultLocale, path: pathname };
}

/** The address at which the page for what is missing is made: one that can never be. */
export const missingAddress = ({ missing, locale }: Missing): PageAddress => ({
  ...page({ missing, status: 404 }),
  key: localePath(missing === "list" ? "/debunks?topic=-" : NOWHERE, locale),
});
