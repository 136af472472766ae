import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Of IPv6 only this is given to hosts on the internet, and not all of it. */
const given = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether an address belongs to a host on the internet, and not to this machine or a network behind it. */
export function isPublicAddress(address: string): boolean {
  // The library also reads what is no address to a socket, such as 0x7f.1.
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(given));
}

/** Thrown instead of connecting. */
export class PrivateAddress extends Error {
  override readonly name = "PrivateAddress";
}

/** Resolves a name for a socket, and refuses it when any of its addresses is not public: what was checked is what is connected to. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return callback(error ?? new PrivateAddress(), "", 4);
    if (!found.every(({ address }) => isPublicAddress(address))) {
      return callback(new PrivateAddress(), "", 4);
    }
    return options.all ? callback(null, found) : callback(null, first.address, first.family);
  });
};
