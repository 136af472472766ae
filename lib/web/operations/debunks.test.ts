import { beforeAll, describe, expect, it } from "vitest";
import { after, hours } from "#lib/platform/clock";
import { handlersOf } from "#lib/web/handlers";
import { call, described } from "#lib/web/testing/call";
import { seedClaim } from "#seed/claims";

const one = handlersOf("/api/v1/debunks/{slug}");
const version = handlersOf("/api/v1/debunks/{slug}/versions/{n}");
const versions = handlersOf("/api/v1/debunks/{slug}/versions");
const list = handlersOf("/api/v1/debunks");

const PATH = "/api/v1/debunks";
type Item = { slug: string; url: string; publishedAt: string };
type List = { items: Item[]; nextCursor: string | null };

const read = async (query: string) =>
  (await described(await call(list.GET, PATH + query), "get", PATH)) as List;
const slugs = ({ items }: List) => items.map(({ slug }) => slug);

const seeded: { published: string[]; corrected: string } = { published: [], corrected: "" };

beforeAll(async () => {
  const start = new Date("2026-01-01T00:00:00Z");
  for (let index = 0; index < 5; index += 1) {
    const { debunk } = await seedClaim({
      status: "published",
      receivedAt: after(start, hours(24 * index)),
      wording: `第${index}号自来水厂停水`,
      topicId: index === 0 ? "natural-disaster" : "health",
      places: [index === 0 ? "510104" : "510700"],
      verdict: index === 1 ? "true" : "false",
    });
    seeded.published.unshift(debunk?.slug ?? "");
  }
  const { debunk } = await seedClaim({
    status: "corrected",
    receivedAt: after(start, hours(240)),
    verdict: "false",
  });
  seeded.corrected = debunk?.slug ?? "";
});

describe("GET /api/v1/debunks", () => {
  it("lists newest first", async () => {
    const all = await read("");
    expect(slugs(all)).toEqual([seeded.corrected, ...seeded.published]);
    expect(all.nextCursor).toBeNull();
    expect(all.items[0]?.url).toBe(`http://localhost:3000/debunks/${seeded.corrected}`);
  });

  it("pages without a gap or a repeat", async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: List = await read(`?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...slugs(page));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([seeded.corrected, ...seeded.published]);
  });

  it("narrows by topic, place, verdict and day", async () => {
    const oldest = seeded.published.at(-1) ?? "";
    expect(slugs(await read("?topic=natural-disaster"))).toEqual([oldest]);
    expect(slugs(await read("?division=510100"))).toEqual([oldest]);
    expect(slugs(await read("?division=510000"))).toHaveLength(6);
    expect(slugs(await read("?verdict=true"))).toEqual([seeded.published.at(-2)]);
    const { items } = await read("");
    const last = items[0]?.publishedAt ?? "";
    const day = new Date(new Date(last).getTime() + hours(8)).toISOString().slice(0, 10);
    expect(slugs(await read(`?from=${day}&to=${day}`))).toEqual([seeded.corrected]);
  });

  it("finds by words, best first, and takes no cursor with them", async () => {
    expect(slugs(await read(`?q=${encodeURIComponent("第3号自来水厂停水")}`))[0]).toBe(seeded.published[1]);
    expect(slugs(await read("?q=%EF%BC%81"))).toEqual([]);
    const { nextCursor } = await read("?limit=1");
    expect((await call(list.GET, `${PATH}?q=a&cursor=${nextCursor}`)).status).toBe(422);
  });
});

const badQueries = [
  "limit=0",
  "limit=101",
  "limit=-1",
  "limit=1.5",
  "limit=a",
  "limit=",
  "limit=1e400",
  "limit=NaN",
  "topic=",
  "topic=weather",
  "topic=%00",
  "topic=__proto__",
  "division=",
  "division=51",
  "division=999999",
  "division=%00",
  "verdict=False",
  "verdict=",
  "from=2026-02-30",
  "from=yesterday",
  "from=0000-01-01",
  "to=",
  "from=20260101",
  "cursor=",
  "cursor=a",
  "cursor=%00",
  "cursor=OTk5OTk5OTk5OTk5OTk5LmE",
  "q=a&q=b",
  "limit=1&limit=1",
  `q=${"a".repeat(201)}`,
];

it.each(badQueries)("GET /api/v1/debunks?%s is refused with 422", async (query) => {
  const response = await call(list.GET, `${PATH}?${query}`);
  expect(response.status).toBe(422);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await described(response, "get", PATH)).toHaveProperty("errors.0.message");
});

it.each([
  "q=%00",
  "q=%ED%A0%80",
  "q=%FF",
  "q=%E2%80%AE",
  "q=",
  "q='%22%5C%25_",
  "from=9999-12-31",
  "to=9999-12-31",
  "from=1900-01-01",
  "colour=red&colour=blue",
  "__proto__=1",
  "constructor=1",
  "toString=1",
  "Limit=a",
  "%00=1",
])("GET /api/v1/debunks?%s is answered", async (query) => {
  await read(`?${query}`);
});

describe("GET /api/v1/debunks/{slug}", () => {
  const params = () => ({ slug: seeded.corrected });

  it("gives the notice with its content and versions", async () => {
    const response = await call(one.GET, `${PATH}/${seeded.corrected}`, { params: params() });
    expect(await described(response, "get", `${PATH}/{slug}`)).toMatchObject({
      slug: seeded.corrected,
      status: "corrected",
      version: 2,
      versions: [
        { version: 2, correction: { kind: expect.any(String) } },
        { version: 1, correction: null },
      ],
    });
  });

  it("gives its versions, each for itself", async () => {
    const listed = await call(versions.GET, `${PATH}/${seeded.corrected}/versions`, { params: params() });
    expect(await described(listed, "get", `${PATH}/{slug}/versions`)).toMatchObject({
      items: [{ version: 2 }, { version: 1 }],
    });
    for (const n of ["1", "2"]) {
      const path = `${PATH}/${seeded.corrected}/versions/${n}`;
      const response = await call(version.GET, path, { params: { ...params(), n } });
      expect(await described(response, "get", `${PATH}/{slug}/versions/{n}`)).toMatchObject({
        version: Number(n),
        currentVersion: 2,
      });
    }
  });

  it.each(["nothing", "", "\u0000", "\ud800", "../..", "a".repeat(5000), "__proto__", "%00"])(
    "knows no %s",
    async (slug) => {
      for (const [handler, path] of [
        [one.GET, "{slug}"],
        [versions.GET, "{slug}/versions"],
      ] as const) {
        const response = await call(handler, PATH, { params: { slug } });
        expect(response.status).toBe(404);
        await described(response, "get", `${PATH}/${path}`);
      }
    },
  );

  it.each(["0", "3", "-1", "1.0", "01", "a", "", "99999999999999999999", "1e0", "\u0000"])(
    "has no version %s",
    async (n) => {
      const response = await call(version.GET, PATH, { params: { ...params(), n } });
      expect(response.status).toBe(404);
      await described(response, "get", `${PATH}/{slug}/versions/{n}`);
    },
  );
});
