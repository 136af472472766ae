import { config } from "#lib/platform/config";
import { addressOn } from "./addresses.ts";
import type { Locale } from "./locale.ts";

/** The address by which people outside find a page or file of this installation, in a language. */
export const absolute = (href: string, locale?: Locale): string => addressOn(config.SITE_URL, href, locale);
