import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { clientAddress, settleClientAddresses } from "./client-address.ts";

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

it.each([
  [0, "127.0.0.1"],
  [1, "198.51.100.2"],
])("a server with %i proxies in front sees %s", async (proxies, seen) => {
  const server = createServer((incoming, answer) => answer.end(incoming.headers["x-forwarded-for"]));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const leave = settleClientAddresses(proxies);
  try {
    expect(await askSpoofing((server.address() as AddressInfo).port)).toBe(seen);
  } finally {
    leave();
    server.close();
  }
});

/** What the server took for the address of a client that claims to be two others, in two headers. */
function askSpoofing(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "x-forwarded-for": ["198.51.100.1", "198.51.100.2"] };
    request({ port, host: "127.0.0.1", headers }, async (answer) => {
      resolve((await answer.toArray()).join(""));
    })
      .on("error", reject)
      .end();
  });
}
