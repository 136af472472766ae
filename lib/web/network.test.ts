import { expect, it } from "vitest";
import { networkName, networkOf } from "./network.ts";

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["203.0.113.9:51234", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["::FFFF:cb00:7109", "203.0.113.9"],
  ["[::ffff:203.0.113.9]:443", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]:8080", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
  ["", "unknown"],
  ["unknown", "unknown"],
  ["1.2.3", "unknown"],
  ["1.2.3.4.5", "unknown"],
  ["2001:db8:::1", "unknown"],
  ["<script>", "unknown"],
])("%j is the network %s", (address, network) => {
  expect(networkName(address)).toBe(network);
});

it("names a network by a hash in which its address does not stand", () => {
  const from = (address: string) => networkOf({ headers: new Headers({ "x-forwarded-for": address }) });
  expect(from("203.0.113.9")).toBe(from("::ffff:203.0.113.9"));
  expect(from("203.0.113.9")).not.toBe(from("203.0.113.8"));
  expect(from("203.0.113.9")).toMatch(/^[\w-]{43}$/);
});
