import { defaultLocale, type Locale, locales } from "./locale.ts";
import { localePath, withQuery } from "./paths.ts";

/** Where a notice stands, or one of its versions. */
export const noticeHref = (slug: string, version?: number): string =>
  version === undefined ? `/debunks/${slug}` : `/debunks/${slug}/versions/${version}`;

/** The notice that a page of this site shows, or one of its versions; null for any other page. */
export const noticeOn = (page: string): string | null =>
  /^(?:(?:\/api\/v1)?\/debunks|\/embed)\/([\w-]+)(?:\/|$)/.exec(page)?.[1] ?? null;

/** Where pages of other sites find a notice to show in a frame, and the notice that such an address shows. */
export const embedHref = (slug: string): string => `/embed/${slug}`;
export const embedOn = (address: string): string | null =>
  /^(?:\/en)?\/embed\/([\w-]+)(?:\?|$)/.exec(address)?.[1] ?? null;

/** Where they ask how to (oEmbed). */
export const oembedHref = "/oembed";

/** Where one asks to be told what becomes of a claim. */
export const followHref = (claimId: string): string => `/follow/${claimId}`;

/** Where the link in a letter leads that says yes to all further ones, and the one that ends them. */
export const confirmHref = (token: string): string => withQuery("/follow/confirm", { token });
export const unsubscribeHref = (token: string): string => withQuery("/unsubscribe", { token });

/** Where the links in letters to members lead: the one that confirms their address, and the one that answers a letter. */
export const digestConfirmHref = (token: string): string => withQuery("/digest/confirm", { token });
export const digestHref = (token: string): string => withQuery("/digest", { token });

/**
 * Where a receipt leads whoever photographs it. It stands behind the `#`, which no browser sends: no log, no referrer and no
 * history of the server ever holds it.
 */
export const receiptHref = (receipt: string): string => `/track#${receipt}`;

/** Where a member sees the work that is passed on to it because nobody answered. */
export const passedOnHref = "/desk/assignments?state=passed-on";

/** Where a picture with covered parts can be seen by everybody. */
export const copyHref = (copyId: string): string => `/files/${copyId}`;

/** Where the newest notices can be subscribed to; the filters are those of the list, `lang=en` is for English titles. */
export const feedHrefs = { rss: "/feed.xml", atom: "/atom.xml", json: "/feed.json" } as const;

/** A feed of what an endpoint of a member is sent. */
export const feedOfHref = (
  format: keyof typeof feedHrefs,
  wishes: Readonly<Record<"topics" | "divisions" | "urgencies", readonly string[]>>,
): string =>
  // Commas stand for themselves in a query, and are read better so.
  withQuery(feedHrefs[format], {
    topic: wishes.topics.join(","),
    division: wishes.divisions.join(","),
    around: wishes.divisions.length > 0 ? "1" : null,
    urgency: wishes.urgencies.join(","),
  }).replaceAll("%2C", ",");

/** Where the public keys stand by which signatures of this site are checked (RFC 7517). */
export const keysHref = "/.well-known/jwks.json";

/** An operation of the API. */
export const apiHref = (path: `/${string}`, query: Readonly<Record<string, string>> = {}): string =>
  withQuery(`/api/v1${path}`, query);

/** Where the desk sees who carries notices, or one notice; the rest says whose rows are shown. */
export const coverageHref = (
  slug?: string,
  query: Readonly<Record<string, string | null | undefined>> = {},
): string => withQuery(slug === undefined ? "/desk/coverage" : `/desk/coverage/${slug}`, query);

/** Where the desk reads a text, or how its readers will see it: a page that others of this site show in a frame. */
export const draftHref = (id: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  withQuery(`/desk/drafts/${id}`, query);
export const readerViewHref = (id: string, isElder: boolean): string =>
  withQuery(`/desk/drafts/${id}/reader`, { elder: isElder ? "1" : null });
export const isReaderView = (address: string): boolean =>
  /^(?:\/en)?\/desk\/drafts\/[^/?]+\/reader(?:\?|$)/.test(address);

/** Where a piece of evidence stands with its files; the query tells what became of one. */
export const evidenceHref = (id: string, query: Readonly<Record<string, string>> = {}): string =>
  withQuery(`/desk/evidence/${id}`, query);

/** Where a member's people see who is on duty and who is away. */
export const dutyHref = (memberId?: string): string => withQuery("/desk/duty", { member: memberId });

/** Where an alert leads to what it is about, which is read then. */
export const alertHref = (id: string): string => `/desk/alerts/${id}`;

/** Where somebody's alerts stand, and how they are told of them. */
export const alertsHref = (query: Readonly<Record<string, string | null | undefined>> = {}): string =>
  withQuery("/desk/alerts", query);
export const alertSettingsHref = "/desk/alerts/settings";

/** Where the audit log is saved as a table; the filters are those of its page. */
export const auditExportHref = (
  query: Readonly<Record<string, string | null | undefined>>,
  locale: Locale,
): string => localePath(withQuery("/desk/audit/export", query), locale);

/** Where a program reads a notice as it stands now. */
export const noticeApiHref = (slug: string): string => apiHref(`/debunks/${slug}`);

/** Where a program reads a label. */
export const labelApiHref = (id: string): string => apiHref(`/labels/${id}`);

/** The whole address of what stands on a site, in a language. */
export const addressOn = (site: string, href: string, locale: Locale = defaultLocale): string =>
  `${site}${localePath(href, locale)}`;

/** The canonical address of a page and its address in every language, for a page's metadata. */
export function localeAlternates(href: string, locale: Locale) {
  const languages = Object.fromEntries(locales.map((each) => [each, localePath(href, each)]));
  return {
    canonical: localePath(href, locale),
    languages: { ...languages, "x-default": localePath(href, defaultLocale) },
  };
}
