import { beforeAll, describe, expect, it } from "vitest";
import type { Wishes } from "#lib/distribution/wants";
import { feedOfHref } from "#lib/i18n/addresses";
import { handlersOf } from "#lib/web/handlers";
import { call } from "#lib/web/testing/call";
import { seedClaim } from "#seed/claims";

let slug: string;
beforeAll(async () => {
  slug = (await seedClaim({ status: "published" })).debunk?.slug ?? "";
});

describe.each([
  ["/feed.xml", "application/rss+xml; charset=utf-8", "rss"],
  ["/atom.xml", "application/atom+xml; charset=utf-8", "atom"],
  ["/feed.json", "application/feed+json; charset=utf-8", "json"],
] as const)("GET %s", (path, mediaType, format) => {
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
    "topic=health,moonlight",
    "urgency=P9",
    "urgency=P1,",
    "around=0",
    "division=510000,519999",
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

  it("is narrowed as an endpoint of a member is", async () => {
    const county = await seedClaim({ status: "published", urgency: "P1", places: ["510704"] });
    const around = await seedClaim({ status: "published", urgency: "P1", places: ["510000"] });
    const other = await seedClaim({
      status: "published",
      urgency: "P3",
      places: ["510100"],
      topicId: "food",
    });
    const slugs = [county, around, other].map(({ debunk }) => debunk?.slug ?? "");
    const shown = async (wishes: Partial<Wishes>) => {
      const all = { topics: [], divisions: [], urgencies: [], ...wishes };
      const text = await (await call(GET, feedOfHref(format, all))).text();
      return slugs.map((one) => text.includes(`/debunks/${one}`));
    };
    expect(await shown({})).toEqual([true, true, true]);
    expect(await shown({ divisions: ["510704"] })).toEqual([true, true, false]);
    expect(await shown({ divisions: ["510100", "510704"] })).toEqual([true, true, true]);
    expect(await shown({ divisions: ["510703"] })).toEqual([false, true, false]);
    expect(await shown({ urgencies: ["P3", "P0"] })).toEqual([false, false, true]);
    const below = await (await call(GET, `${path}?division=510704`)).text();
    expect(slugs.map((one) => below.includes(`/debunks/${one}`))).toEqual([true, false, false]);
    expect(await shown({ topics: ["food", "public-safety"] })).toEqual([false, false, true]);
  });

  it("refuses other methods", async () => {
    expect((await call(POST, path, { method: "POST" })).status).toBe(405);
  });
});
