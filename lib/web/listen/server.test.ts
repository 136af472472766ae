import { once } from "node:events";
import { request as ask } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { seedClaim } from "#seed/claims";
import { type Asked, expectHeaders, framework, get, listening, pages, raw } from "../testing/listener.ts";
import { drain, makeServer } from "./server.ts";

it("makes a page once for all of its readers, with nothing of theirs in it", async () => {
  const headers = {
    cookie: "session=secret",
    authorization: "Bearer secret",
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-middleware-rewrite": "/desk",
    "x-nextjs-data": "1",
    "next-router-state-tree": "secret",
    rsc: "1",
    "user-agent": "secret",
    "accept-language": "en",
    "content-security-policy": "script-src 'nonce-evil'",
  };
  for (const path of ["/about?utm=1", "/about", "/about?_rsc=2&rsc=3", "/about?locale=en"]) {
    const answer = await get(path, { headers });
    expect(answer.status).toBe(200);
    expect(answer.text).toBe("<p>page</p>");
    expectHeaders(answer.headers);
  }
  expect(framework.asked).toHaveLength(1);
  expect(framework.asked[0]).toMatchObject({ method: "GET", url: "/about", body: "" });
  expect(JSON.stringify(framework.asked)).not.toMatch(/secret|evil|rsc/);
  expect((await get("/about")).headers["cache-status"]).toBe("bianzhen; hit");
  expect(framework.asked).toHaveLength(1);
});

it("sends a page in the encoding that is wanted, or only that it has not changed", async () => {
  framework.say = (_, response) => void response.end(`<p>${"page ".repeat(500)}</p>`);
  const plain = await get("/about");
  const encoded = async (accepted: string) => {
    const { headers, bytes } = await get("/about", { headers: { "accept-encoding": accepted } });
    return { encoding: headers["content-encoding"], length: headers["content-length"], bytes };
  };
  const brotli = await encoded("gzip, deflate, br, zstd");
  expect(brotli.encoding).toBe("br");
  expect(brotliDecompressSync(brotli.bytes)).toEqual(plain.bytes);
  for (const accepted of ["gzip", "br;q=0, gzip", "GZIP", "*;q=0.1, br;q=0, gzip"]) {
    const { encoding, bytes, length } = await encoded(accepted);
    expect(encoding, accepted).toBe("gzip");
    expect(gunzipSync(bytes)).toEqual(plain.bytes);
    expect(length).toBe(String(bytes.length));
  }
  for (const accepted of ["", "identity", "zstd", "br;q=0", ";;;,,", "x".repeat(5_000)])
    expect((await encoded(accepted)).encoding, accepted).toBeUndefined();

  const etag = plain.headers.etag ?? "";
  for (const known of [etag, `"x", ${etag}`, "*"]) {
    const same = await get("/about", { headers: { "if-none-match": known } });
    expect([same.status, same.text]).toEqual([304, ""]);
  }
  const head = await get("/about", { method: "HEAD", headers: { range: "bytes=0-1" } });
  expect([head.status, head.text, head.headers["content-length"]]).toEqual([
    200,
    "",
    String(plain.bytes.length),
  ]);
  expect((await get("/about", { headers: { range: "bytes=0-1" } })).bytes).toEqual(plain.bytes);
});

it("has one page for all that is missing, and asks the framework for it once", async () => {
  const paths = [
    "/nowhere",
    "/a/b/c",
    "/ABOUT",
    "/about/x",
    "/wp-login.php",
    "/.env",
    "/debunks/a.b",
    "/_next/x",
  ];
  for (const path of paths) expect((await get(path)).status, path).toBe(404);
  for (const path of ["/en/nowhere", "/en/x.php"]) expect((await get(path)).status, path).toBe(404);
  expect(framework.asked.map(({ url }) => url)).toEqual(["/-", "/en/-"]);
});

it("leads to the one address of a page", async () => {
  for (const [from, to] of [
    ["/about/", "/about"],
    ["/zh-CN/about?x=1", "/about?x=1"],
    ["/zh-CN", "/"],
    ["/en/", "/en"],
  ] as const) {
    const answer = await get(from);
    expect([answer.status, answer.headers.location], from).toEqual([308, to]);
    expectHeaders(answer.headers);
  }
});

it("answers whatever is no request for a page with a refusal that has the whole set of headers", async () => {
  const odd: [string, Asked, number][] = [
    ["/%A0", {}, 400],
    ["/%00", {}, 400],
    ["//evil.example/about", {}, 400],
    ["/about//", {}, 400],
    ["/a\\b", {}, 400],
    ["/debunks/..%2f..%2fetc", {}, 400],
    ["/../etc/passwd", {}, 400],
    ["/%2e%2e/x", {}, 400],
    [`http://127.0.0.1:${listening.port}/about`, {}, 400],
    [`/${"a".repeat(9_000)}`, {}, 400],
    ["/about", { method: "TRACE" }, 405],
    ["/about", { method: "PURGE" }, 405],
    ["/about", { method: "DELETE" }, 405],
    ["*", { method: "OPTIONS" }, 400],
    ["/about", { method: "POST" }, 403],
    ["/about", { method: "POST", headers: { origin: "null" } }, 403],
    ["/about", { method: "POST", headers: { origin: "https://evil.example" } }, 403],
    ["/about", { method: "POST", headers: { referer: "https://evil.example/x" } }, 403],
  ];
  for (const [path, asked, status] of odd) {
    const answer = await get(path, asked);
    expect.soft(answer.status, `${asked.method ?? "GET"} ${path.slice(0, 40)}`).toBe(status);
    expectHeaders(answer.headers);
  }
  expect(framework.asked).toEqual([]);
  for (const bytes of ["nonsense\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "\x16\x03\x01"])
    expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 400 .*\r\nContent-Security-Policy: default-src 'self'/s);
  expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${"a".repeat(70_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
});

it("shows the last version while pages cannot be made, and its own words where there is none", async () => {
  await get("/about");
  pages.forget(["reference"]);
  framework.say = (_, response) => {
    response.statusCode = 500;
    response.end("<p>broken</p>");
  };
  const old = await get("/about");
  expect([old.status, old.text, old.headers.warning]).toEqual([
    200,
    "<p>page</p>",
    '110 - "Response is Stale"',
  ]);
  const never = await get("/debunks");
  expect(never.status).toBe(503);
  expect(never.text).toContain("暂时打不开这个页面");
  expect(never.headers["retry-after"]).toBe("5");
  expectHeaders(never.headers);
});

it("keeps nothing that was made for one reader", async () => {
  framework.say = (request, response) => void response.end(`<p>${request.headers.cookie}</p>`);
  const answer = await get("/report", { headers: { cookie: "mine=1" } });
  expect([answer.text, answer.headers["cache-control"]]).toEqual(["<p>mine=1</p>", "private, no-store"]);
  expect((await get("/report", { headers: { cookie: "other=1" } })).text).toBe("<p>other=1</p>");
  const kept = [...pages.store.entries()].map(({ finished }) => finished.bytes.get("identity")?.toString());
  expect(kept.filter((html) => html?.includes("=1"))).toEqual([]);
});

it("answers the operations of the API at their addresses, and problems everywhere else below /api", async () => {
  const probe = await get("/healthz");
  expect([probe.status, JSON.parse(probe.text)]).toEqual([200, { status: "ok" }]);
  expectHeaders(probe.headers);
  for (const path of ["/api", "/api/v1/nowhere", "/api/v1/debunks/x/y/z"]) {
    const answer = await get(path, { headers: { host: "a b" } });
    expect.soft(answer.headers["content-type"], path).toContain("application/problem+json");
    expect.soft(answer.status, path).toBeGreaterThanOrEqual(400);
  }
  expect((await get("/healthz", { method: "POST" })).status).toBe(405);
});

it("keeps what the API answers to everybody until it changes, under one address", async () => {
  const { debunk } = await seedClaim({ status: "published" });
  const list = async (query = "", headers: Record<string, string> = {}) => {
    const answer = await get(`/api/v1/debunks${query}`, { headers });
    return [answer.status, answer.headers["cache-status"]];
  };
  expect(await list("?verdict=false&limit=5")).toEqual([200, "bianzhen; fwd=miss"]);
  expect(await list("?x=1&limit=5&verdict=false", { cookie: "a=1" })).toEqual([200, "bianzhen; hit"]);
  const notice = await get(`/api/v1/debunks/${debunk?.slug}`);
  expect(JSON.parse(notice.text).slug).toBe(debunk?.slug);
  expect(notice.headers["access-control-allow-origin"]).toBe("*");
  expectHeaders(notice.headers);
  expect((await get(`/api/v1/debunks/${debunk?.slug}`)).headers["cache-status"]).toBe("bianzhen; hit");
  pages.forget(["debunks"]);
  expect(await list("?verdict=false&limit=5")).toEqual([200, "bianzhen; fwd=miss"]);
  expect((await get(`/api/v1/debunks/${debunk?.slug}`)).headers["cache-status"]).toBe("bianzhen; hit");
  pages.forget([`debunk:${debunk?.slug}`]);
  expect((await get(`/api/v1/debunks/${debunk?.slug}`)).headers["cache-status"]).toBe("bianzhen; fwd=miss");
});

it("keeps no refusal of the API, which has a language, and no answer to a question", async () => {
  const refused = async (language: string) => {
    const headers = { "accept-language": language };
    const answer = await get("/api/v1/debunks?verdict=lies", { headers });
    return [answer.status, answer.headers["content-language"]];
  };
  expect(await refused("zh")).toEqual([422, "zh-CN"]);
  expect(await refused("en")).toEqual([422, "en"]);
  const before = [...pages.store.entries()].length;
  for (const path of [
    "/api/v1/debunks?q=x",
    "/api/v1/debunks?limit=1&limit=2",
    "/api/v1/debunks/20200101-999999",
  ])
    expect((await get(path)).headers["cache-status"], path).toBeUndefined();
  expect([...pages.store.entries()].length).toBe(before);
});

it("answers others while a crowd of connections sends nothing, or half of something", async () => {
  const crowd = Array.from({ length: 500 }, (_, at) => {
    const socket = connect(listening.port, "127.0.0.1").on("error", () => {});
    if (at % 3 === 1) socket.write("GET /about HTT");
    if (at % 3 === 2)
      socket.write("POST /api/v1/reports HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
    return socket;
  });
  await Promise.all(crowd.map((socket) => once(socket, "connect")));
  for (let asked = 0; asked < 20; asked += 1) expect((await get("/about")).status).toBe(200);
  for (const socket of crowd) socket.destroy();
});

it("ends when it is told to, after what is under way", async () => {
  const gate = Promise.withResolvers<void>();
  const own = makeServer({
    render: async (_, response) => {
      await gate.promise;
      response.end("done");
    },
    pages: null,
    assets: (_request, _response, next) => next(),
  });
  own.listen(0, "127.0.0.1");
  await once(own, "listening");
  const sent = ask({ host: "127.0.0.1", port: (own.address() as AddressInfo).port, path: "/desk" }).end();
  await once(own, "request");
  const drained = drain(own, 60_000);
  gate.resolve();
  const [answer] = await once(sent, "response");
  expect(await text(answer)).toBe("done");
  await drained;
});
