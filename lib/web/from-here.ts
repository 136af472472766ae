import { config } from "#lib/platform/config";

type Said = (name: string) => string | null | undefined;

/**
 * Whether what would change something comes from a page of this site. Every browser says where a form comes from, by one
 * header or another; what says nothing is refused as well (OWASP ASVS 5.0, 3.5).
 */
export function isFromHere(said: Said): boolean {
  const from = said("origin") ?? said("referer");
  if (from == null) return said("sec-fetch-site") === "same-origin";
  return isOurs(from, said);
}

/** Whether an address that a browser names as its page's is one of this site's, which may be called by several names. */
export function isOurs(address: string, said: Said): boolean {
  if (!URL.canParse(address)) return false;
  const hosts = [said("host"), said("x-forwarded-host"), new URL(config.SITE_URL).host];
  return hosts.includes(new URL(address).host);
}
