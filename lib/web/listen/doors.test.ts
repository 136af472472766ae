import { once } from "node:events";
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it, vi } from "vitest";

/** What stands behind the doors of a server that has so many proxies in front, of a client that claims to be others. */
async function seenBehind(proxies: number) {
  process.env.TRUSTED_PROXIES = String(proxies);
  vi.resetModules();
  const { settle } = await import("./doors.ts");
  const { CountedMessage } = await import("./incoming.ts");
  const server = createServer({ IncomingMessage: CountedMessage }, (incoming, answer) => {
    settle(incoming);
    answer.end(JSON.stringify({ headers: incoming.headers, raw: incoming.rawHeaders }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const headers = {
    "x-forwarded-for": ["198.51.100.1", "198.51.100.2"],
    "X-Forwarded-Host": "elsewhere.example",
    "x-middleware-subrequest": "proxy",
    "X-Next-Intl-Locale": "en",
    "content-security-policy": "script-src *",
    "next-action": "1",
    cookie: "a=1",
  };
  const sent = ask({ host: "127.0.0.1", port, headers }).end();
  const [answer] = await once(sent, "response");
  const seen: { headers: Record<string, string>; raw: string[] } = JSON.parse(await text(answer));
  server.close();
  return seen;
}

it.each([
  [0, "127.0.0.1", undefined],
  [1, "198.51.100.2", "elsewhere.example"],
])(
  "with %i proxies in front, those behind the door see whose a request is and nothing that is not theirs to say",
  async (proxies, address, host) => {
    const { headers, raw } = await seenBehind(proxies);
    expect(headers).toMatchObject({ "x-forwarded-for": address, "next-action": "1", cookie: "a=1" });
    expect(headers["x-forwarded-host"]).toBe(host);
    for (const name of ["x-middleware-subrequest", "x-next-intl-locale", "content-security-policy"])
      expect(headers).not.toHaveProperty(name);
    // Whoever reads the headers as they came finds the same.
    const names = raw.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
    expect(names.toSorted()).toEqual(Object.keys(headers).toSorted());
    expect(raw[raw.findIndex((name) => name.toLowerCase() === "x-forwarded-for") + 1]).toBe(address);
  },
);
