import { expect, it } from "vitest";
import { hasUntrustedProxy, watchForProxy } from "./untrusted-proxy.ts";

it("takes for a proxy only who asks from our own network for others", () => {
  watchForProxy("127.0.0.1", "");
  watchForProxy("8.8.8.8", "198.51.100.1");
  watchForProxy("::ffff:8.8.8.8", "198.51.100.1");
  watchForProxy("", "198.51.100.1");
  expect(hasUntrustedProxy()).toBe(false);
  watchForProxy("::ffff:10.0.0.2", "198.51.100.1");
  expect(hasUntrustedProxy()).toBe(true);
});
