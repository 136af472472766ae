import ipaddr from "ipaddr.js";
import { config } from "#lib/platform/config";
import { log } from "#lib/platform/log";
import { once } from "#lib/platform/once";
import { isPublicAddress } from "#lib/platform/public-address";

const seen = once("untrusted proxy", () => ({ isThere: false }));

/**
 * Notes a request from a machine of our own network that says for whom it asks, while no proxy is trusted (TRUSTED_PROXIES):
 * most likely all visitors come through it, and seem to be one network. Said once.
 */
export function watchForProxy(connection: string, forwarded: string): void {
  if (seen.isThere || config.TRUSTED_PROXIES > 0 || forwarded === "") return;
  // IPv4 may come as IPv6.
  if (!ipaddr.isValid(connection) || isPublicAddress(ipaddr.process(connection).toString())) return;
  seen.isThere = true;
  log.warn(
    "a proxy seems to stand in front, which TRUSTED_PROXIES does not tell: all visitors are taken for one network",
  );
}

/** Whether such a proxy was seen. */
export const hasUntrustedProxy = (): boolean => seen.isThere;
