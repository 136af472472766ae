import type { IncomingMessage } from "node:http";
import { countEmbed } from "#lib/distribution/count-embeds";
import { hostAndPort } from "#lib/distribution/receiver-url";
import { embedOn } from "#lib/i18n/addresses";
import { config } from "#lib/platform/config";

/** Names are no longer than this (RFC 1035), with a port behind. */
const LONGEST_HOST = 260;
const own = new URL(config.SITE_URL).host;

/**
 * Counts that a page of another site shows a notice: by the host of that page alone, which its browser says. Of who reads it
 * nothing is looked at.
 */
export function countFrame({ method, url = "", headers }: IncomingMessage): void {
  const slug = embedOn(url);
  if (slug === null || method !== "GET" || headers["sec-fetch-dest"] === "document") return;
  const { referer = "" } = headers;
  if (!URL.canParse(referer)) return;
  const host = hostAndPort(new URL(referer));
  if (host !== "" && host !== own && host.length <= LONGEST_HOST) countEmbed(host, slug);
}
