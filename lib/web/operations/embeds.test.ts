import { brotliDecompressSync } from "node:zlib";
import { beforeEach, expect, it } from "vitest";
import { countEmbed, writeEmbeds } from "#lib/distribution/count-embeds";
import { dayOf, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner } from "#lib/platform/testing/as-owner";
import { oembedSchema } from "#lib/publishing/to-oembed";
import { WIDGET_POLICY } from "#lib/publishing/write-widget";
import { seedClaim } from "#seed/claims";
import { seedWebhook } from "#seed/webhooks";
import { handlersOf } from "../handlers.ts";
import { call } from "../testing/call.ts";
import { expectHeaders, get, pages } from "../testing/listener.ts";

const site = "http://localhost:3000";

async function noticeOf(status: "published" | "corrected" | "retracted" = "published") {
  const { debunk, story } = await seedClaim({ status });
  if (!debunk) throw new Error("a published claim has a notice");
  return { ...debunk, story };
}

it("may be framed by every site, while nothing else of ours may, and is small and the same for all", async () => {
  const { slug } = await noticeOf();
  for (const path of [`/embed/${slug}`, `/en/embed/${slug}`]) {
    for (const served of [/miss/, /hit/, /hit/]) {
      const { status, headers, bytes } = await get(path, { headers: { "accept-encoding": "br" } });
      expect(status).toBe(200);
      expect(headers["cache-status"]).toMatch(served);
      expect(headers["content-security-policy"]).toBe(WIDGET_POLICY);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none';.*frame-ancestors \*$/);
      expect(headers["x-frame-options"]).toBeUndefined();
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cache-control"]).toMatch(/s-maxage=60/);
      expect(bytes.length + JSON.stringify(headers).length).toBeLessThan(15_000);
      expect(brotliDecompressSync(bytes).toString()).toContain(`/debunks/${slug}"`);
    }
  }
  for (const path of [`/debunks/${slug}`, `/api/v1/debunks/${slug}`, "/embed", `/embed/${slug}/more`, "/en"])
    expectHeaders((await get(path)).headers);
  expect((await get(`/embed/${slug}`, { method: "POST" })).status).toBe(405);
});

it("shows the newest version as soon as there is one", async () => {
  const { id, slug } = await noticeOf("corrected");
  const { text } = await get(`/embed/${slug}`);
  expect(text).toContain('<p class="change">');
  const { draftVersionId, publishedById, content } = await db.debunkVersion.findFirstOrThrow({
    where: { debunkId: id, number: 2 },
  });
  const version = { id: newId(), debunkId: id, number: 3, publishedAt: now() };
  const why = { correctionKind: "retraction", correctionNote: "证据有误" } as const;
  await db.debunkVersion.create({ data: { ...version, ...why, draftVersionId, publishedById, content } });
  pages.forget([`debunk:${slug}`], "withdrawn");
  expect((await get(`/embed/${slug}`)).text).toMatch(/class="change retraction">.*证据有误/);
});

it("is a page in its frame also where there is no notice", async () => {
  for (const [path, lang] of [
    ["/embed/no-such-notice", "zh-CN"],
    ["/en/embed/no-such-notice", "en"],
    ["/en/embed/a.b", "en"],
  ]) {
    const { status, headers, text } = await get(path ?? "");
    expect(status).toBe(404);
    expect(headers["content-security-policy"]).toBe(WIDGET_POLICY);
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(text).toContain(`<html lang="${lang}">`);
  }
});

const oembed = handlersOf("/oembed");
const ask = (query: Record<string, string>) => call(oembed.GET, `/oembed?${new URLSearchParams(query)}`);

it("tells programs how to show a notice, in the language of its address and no larger than they want", async () => {
  const { slug } = await noticeOf();
  const read = async (query: Record<string, string>) => {
    const response = await ask(query);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    return oembedSchema.parse(await response.json());
  };
  const url = `${site}/debunks/${slug}`;
  expect(await read({ url })).toMatchObject({ version: "1.0", type: "rich", width: 600, height: 320 });
  expect(await read({ url, format: "json", maxwidth: "400", maxheight: "9000" })).toMatchObject({
    width: 400,
    height: 320,
    html: expect.stringMatching(
      new RegExp(`^<iframe src="${site}/embed/${slug}" .*width="400".*></iframe>$`),
    ),
  });
  const english = await read({ url: `${site}/en/debunks/${slug}?utm_source=a#b` });
  expect(english.html).toContain(`src="${site}/en/embed/${slug}"`);
  await read({ url: `${site}/embed/${slug}` });
});

it("knows no other pages and no XML", async () => {
  const { slug } = await noticeOf();
  for (const url of [
    `https://elsewhere.example/debunks/${slug}`,
    `${site}/debunks/no-such-notice`,
    `${site}/about`,
    `${site}/desk/debunks/${slug}`,
    `javascript://localhost/debunks/${slug}`,
    "nothing",
  ])
    expect((await ask({ url })).status, url).toBe(404);
  for (const format of ["xml", "yaml"]) {
    const response = await ask({ url: `${site}/debunks/${slug}`, format });
    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({ status: 501 });
  }
  expect((await ask({})).status).toBe(422);
  expect((await ask({ url: `${site}/debunks/${slug}`, maxwidth: "0" })).status).toBe(422);
});

const rowsOf = async (slug: string) =>
  (await db.widgetDay.findMany({ where: { slug }, orderBy: { host: "asc" } })).map(({ host, count }) => [
    host,
    count,
  ]);

beforeEach(writeEmbeds);

it("counts by the host of a member's page, others together, and knows nothing of who reads", async () => {
  const { slug } = await noticeOf();
  await seedWebhook("cms.member.example:8443", "/hook");
  const show = (referer: string, headers: Record<string, string> = {}, method = "GET") =>
    get(`/embed/${slug}`, { method, headers: { referer, "sec-fetch-dest": "iframe", ...headers } });
  const page = "https://cms.member.example:8443/news/1?reader=somebody";
  for (let turn = 0; turn < 3; turn += 1) await show(page);
  await get(`/en/embed/${slug}?a=1`, { headers: { referer: page } });
  await show("https://somebody.example/");
  await show("https://somebody-else.example/");
  // Neither a reader who follows a link to it, nor our own pages, nor what shows nothing.
  await show(page, { "sec-fetch-dest": "document" });
  await show(`${site}/about`);
  await show("about:blank");
  await show(page, {}, "HEAD");
  await get("/embed/no-such-notice", { headers: { referer: page } });
  expect(await rowsOf(slug)).toEqual([]);
  await writeEmbeds();
  await writeEmbeds();
  const known = [
    ["", 2],
    ["cms.member.example:8443", 4],
  ];
  expect(await rowsOf(slug)).toEqual(known);
  const [row] = await db.widgetDay.findMany({ where: { slug } });
  expect(row?.day.toISOString().slice(0, 10)).toBe(dayOf(now()));
  await show(page);
  await writeEmbeds();
  expect(await rowsOf(slug)).toEqual([known[0], ["cms.member.example:8443", 5]]);
});

it("keeps what it cannot write, and never more names than members have", async () => {
  const { slug } = await noticeOf();
  for (let at = 0; at < 3_000; at += 1) countEmbed(`host-${at}.example`, slug);
  await asOwner("ALTER TABLE widget_days RENAME TO widget_days_away");
  await writeEmbeds();
  expect(await asOwner(`SELECT FROM widget_days_away WHERE slug = '${slug}'`)).toEqual([]);
  await asOwner("ALTER TABLE widget_days_away RENAME TO widget_days");
  await writeEmbeds();
  expect(await rowsOf(slug)).toEqual([["", 3_000]]);
});
