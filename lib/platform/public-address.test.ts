import { describe, expect, it } from "vitest";
import { isPublicAddress, publicLookup } from "./public-address.ts";
import { isPushEndpoint, sendPush } from "./push.ts";

describe("an address", () => {
  it.each(["1.1.1.1", "223.5.5.5", "2400:3200::1", "2606:4700:4700::1111"])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "ff02::1",
    "localhost",
    "",
  ])("%s is not", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it("is refused on the socket where a name leads to this machine", async () => {
    const error = await new Promise((resolve) => publicLookup("localhost", {}, (found) => resolve(found)));
    expect(error).toMatchObject({ name: "PrivateAddress" });
  });
});

describe("a push endpoint", () => {
  it("is a server on the internet over TLS", () => {
    expect(isPushEndpoint("https://updates.push.example/wpush/v2/abc")).toBe(true);
  });

  it.each([
    "http://updates.push.example/abc",
    "https://updates.push.example:8443/abc",
    "https://user:secret@updates.push.example/abc",
    "https://127.0.0.1/abc",
    "https://2130706433/abc",
    "https://0x7f.1/abc",
    "https://0177.0.0.1/abc",
    "https://[::1]/abc",
    "https://[::ffff:127.0.0.1]/abc",
    "https://169.254.169.254/latest/meta-data",
    "https://10.0.0.8/abc",
    "https://localhost/abc",
    "http://127.0.0.1:8080/abc",
    "file:///etc/passwd",
    "ftp://updates.push.example/abc",
    "abc",
  ])("is not %s, to which nothing is sent", async (endpoint) => {
    expect(isPushEndpoint(endpoint)).toBe(false);
    await expect(sendPush({ endpoint, keys: { p256dh: "", auth: "" } }, {})).rejects.toThrow();
  });
});
