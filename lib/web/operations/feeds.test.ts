import { beforeAll, describe, expect, it } from "vitest";
import { handlersOf } from "#lib/web/handlers";
import { call } from "#lib/web/testing/call";
import { seedClaim } from "#seed/claims";

let slug: string;
beforeAll(async () => {
  slug = (await seedClaim({ status: "published" })).debunk?.slug ?? "";
});

describe.each([
  ["/feed.xml", "application/rss+xml; charset=utf-8"],
  ["/atom.xml", "application/atom+xml; charset=utf-8"],
  ["/feed.json", "application/feed+json; charset=utf-8"],
] as const)("GET %s", (path, mediaType) => {
  const { GET, POST } = handlersOf(path);

  it("has the newest notices, for any reader, in the language asked for", async () => {
    const response = await call(GET, path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(mediaType);
    expect(response.headers.get("cache-control")).toBe("public, max-age=60");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.text()).toContain(`http://localhost:3000/debunks/${slug}`);
    const english = await (await call(GET, `${path}?lang=en`)).text();
    expect(english).toContain(`http://localhost:3000/en/debunks/${slug}`);
    const etag = response.headers.get("etag") ?? "";
    expect((await call(GET, path, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it.each([
    "lang=fr",
    "topic=",
    "topic=moonlight",
    "division=519999",
    "cursor=a",
    "from=yesterday",
    "lang=en&lang=en",
  ])("refuses ?%s", async (query) => {
    const response = await call(GET, `${path}?${query}`);
    expect(response.status).toBe(422);
  });

  it("tells its own address by what narrows it alone", async () => {
    const response = await call(GET, `${path}?topic=health&utm_source=chat&lang=en`);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text.replaceAll("&amp;", "&")).toContain(`${path}?topic=health&lang=en`);
    expect(text).not.toContain("utm_source");
  });

  it("refuses other methods", async () => {
    expect((await call(POST, path, { method: "POST" })).status).toBe(405);
  });
});
