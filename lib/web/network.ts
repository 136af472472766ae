import { createHmac, randomBytes } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import { once } from "#lib/platform/once";

// Not derived from the installation's secret: nobody can tell afterwards who a hash was.
const networkKey = once("network key", () => randomBytes(32));

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
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return "unknown";
  const groups = groupsOf(bare);
  const [a = 0, b = 0] = groups.slice(6);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [a >> 8, a & 255, b >> 8, b & 255].join(".");
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** Some proxies add the port, and brackets around IPv6; a link-local address has its interface behind it. */
const withoutPort = (address: string): string =>
  address
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "");

function groupsOf(address: string): number[] {
  // An address in an URL is written in its shortest form, without IPv4 in it.
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [front = "", back] = short.split("::");
  const read = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  if (back === undefined) return read(front);
  const ends = [read(front), read(back)] as const;
  return [...ends[0], ...Array<number>(8 - ends[0].length - ends[1].length).fill(0), ...ends[1]];
}
