import { expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

it.each([
  ["nobody in front: what the client writes is nothing", "203.0.113.9", "198.51.100.1", 0, "203.0.113.9"],
  ["one proxy: what it added last", "10.0.0.1", "198.51.100.1, 203.0.113.9", 1, "203.0.113.9"],
  ["two proxies", "10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"],
  ["a request that came past the proxy", "203.0.113.9", undefined, 1, "203.0.113.9"],
  ["more proxies than there are", "10.0.0.1", "203.0.113.9", 5, "203.0.113.9"],
  ["empty places in the list", "10.0.0.1", " , 203.0.113.9 ,", 1, "203.0.113.9"],
])("%s", (_, connection, forwarded, proxies, address) => {
  expect(clientAddress(connection, forwarded, proxies)).toBe(address);
});
