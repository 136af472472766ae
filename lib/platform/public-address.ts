import { lookup } from "node:dns";
import { BlockList, isIP, isIPv6, type LookupFunction } from "node:net";

/** Addresses of IPv4 that are nobody's on the internet (IANA special-purpose registry). */
const special = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  special.addSubnet(net, prefix, "ipv4");
}
/** Of IPv6 only this is given to hosts on the internet, and not all of it. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  special.addSubnet(net, prefix, "ipv6");
}

/** Whether an address belongs to a host on the internet, and not to this machine or a network behind it. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address)
    ? global.check(address, "ipv6") && !special.check(address, "ipv6")
    : isIP(address) === 4 && !special.check(address, "ipv4");

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
