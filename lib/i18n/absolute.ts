import { config } from "#lib/platform/config";
import { addressOn } from "./addresses.ts";
import type { Locale } from "./locale.ts";
import { pathWithoutLocale } from "./paths.ts";

/** The address by which people outside find a page or file of this installation, in a language. */
export const absolute = (href: string, locale?: Locale): string => addressOn(config.SITE_URL, href, locale);

/** The page of this installation that an address leads to, whatever its language; null for an address elsewhere. */
export function ownPage(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isOwn =
    url !== null && /^https?:$/.test(url.protocol) && hostOf(url) === hostOf(new URL(config.SITE_URL));
  return isOwn ? pathWithoutLocale(url.pathname) : null;
}

/** People come to one site under several names, and by several schemes. */
const hostOf = ({ hostname }: URL): string =>
  hostname.replace(/^(?:www|m)\./, "").replace(/^localhost$/, "127.0.0.1");
