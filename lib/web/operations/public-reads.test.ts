import { beforeAll, describe, expect, it } from "vitest";
import { handlersOf, noHandlers } from "#lib/web/handlers";
import { call, described } from "#lib/web/testing/call";
import { seedClaim } from "#seed/claims";

const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = noHandlers;
const debunk = handlersOf("/api/v1/debunks/{slug}");
const version = handlersOf("/api/v1/debunks/{slug}/versions/{n}");
const versions = handlersOf("/api/v1/debunks/{slug}/versions");
const debunks = handlersOf("/api/v1/debunks");
const divisions = handlersOf("/api/v1/divisions");
const members = handlersOf("/api/v1/members");
const openapi = handlersOf("/api/v1/openapi.json");
const topics = handlersOf("/api/v1/topics");

const params = { slug: "", n: "1" };

beforeAll(async () => {
  params.slug = (await seedClaim({ status: "published" })).debunk?.slug ?? "";
});

const reads = [
  ["/api/v1/debunks", debunks],
  ["/api/v1/debunks/{slug}", debunk],
  ["/api/v1/debunks/{slug}/versions", versions],
  ["/api/v1/debunks/{slug}/versions/{n}", version],
  ["/api/v1/topics", topics],
  ["/api/v1/divisions", divisions],
  ["/api/v1/members", members],
  ["/api/v1/openapi.json", openapi],
] as const;

describe.each(reads)("GET %s", (path, handlers) => {
  const get = (init: RequestInit = {}) => call(handlers.GET, path, { ...init, params });

  it("answers as the API document says, for any site and any cache", async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("cache-control")).toMatch(/^public, max-age=\d+, s-maxage=\d+/);
    expect(response.headers.get("content-type")).toBe("application/json");
    if (path !== "/api/v1/openapi.json") await described(response, "get", path);
  });

  it("answers 304 to whoever has it already", async () => {
    const etag = (await get()).headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    for (const known of [etag, etag.slice(2), `"a", ${etag}`, "*"]) {
      const response = await get({ headers: { "if-none-match": known } });
      expect([response.status, await response.text(), response.headers.get("etag")]).toEqual([304, "", etag]);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
    }
    expect((await get({ headers: { "if-none-match": '"a"' } })).status).toBe(200);
  });

  it("answers HEAD without a body and OPTIONS to a browser that asks first", async () => {
    const head = await call(handlers.HEAD, path, { method: "HEAD", params });
    expect([head.status, head.body]).toEqual([200, null]);
    const options = await call(handlers.OPTIONS, path, { method: "OPTIONS", params });
    expect([options.status, options.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD"]);
    expect(options.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  });

  it("refuses other methods", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
      const response = await call(handlers[method], path, { method, params });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});

it("answers an unknown address with a problem, whatever the method", async () => {
  for (const [method, handler] of Object.entries({ GET, POST, PUT, PATCH, DELETE, OPTIONS })) {
    const response = await call(handler, "/api/v1/nothing", { method });
    expect([response.status, response.headers.get("content-type")]).toEqual([
      404,
      "application/problem+json",
    ]);
  }
});
