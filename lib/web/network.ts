import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { once } from "#lib/platform/once";

// Not derived from the installation's secret: nobody can tell afterwards who a hash was.
const networkKey = once("network key", () => createSecretKey(randomBytes(32)));

/** Whoever sends a request, as its headers tell. */
export type Visitor = { headers: Headers };

/** The network that a request comes from, as a hash that means nothing outside this process and is never written down. */
export function networkOf({ headers }: Visitor): string {
  const network = networkName(headers.get("x-forwarded-for") ?? "");
  return createHmac("sha256", networkKey).update(network).digest("base64url");
}

/** One IPv4 address, or the /64 that one household or phone has of IPv6. What is no address is one network. */
export function networkName(address: string): string {
  const bare = withoutPort(address.trim());
  if (isIP(bare) === 0 || !ipaddr.isValid(bare)) return "unknown";
  const host = ipaddr.process(bare);
  if (!("parts" in host)) return host.toString();
  const prefix = host.parts.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(":")}::/64`;
}

/** Some proxies add the port, and brackets around IPv6. */
const withoutPort = (address: string): string =>
  address.replace(/^\[(.*)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
