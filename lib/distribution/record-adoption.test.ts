import { expect, it } from "vitest";
import { after, hours, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner } from "#lib/platform/testing/as-owner";
import { handlersOf } from "#lib/web/handlers";
import { pages } from "#lib/web/pages/pages";
import { refreshAdopted } from "#lib/web/pages/refresh-adopted";
import { anAddress, aPage } from "#lib/web/pages/testing/pages";
import { call, described, post } from "#lib/web/testing/call";
import { seedClaim } from "#seed/claims";
import { seedKey } from "#seed/keys";
import { noteSeen } from "./note-look.ts";
import { someoneAt } from "./testing/pages.ts";
import { withdrawAdoption } from "./withdraw-adoption.ts";

const PATH = "/api/v1/member/adoptions";
const memberId = "outlet-cover-news";
const { POST } = handlersOf(PATH);
const notice = handlersOf("/api/v1/debunks/{slug}");

const keyOf = async (member = memberId) =>
  (await seedKey({ memberId: member, scopes: ["deliveries"] })).secret;

async function noticeOf(status: "published" | "corrected" = "published") {
  const { id, debunk } = await seedClaim({ status });
  if (!debunk) throw new Error("a published claim has a notice");
  return { claimId: id, ...debunk };
}

const anUrl = () => `https://www.thecover.cn/news/${newId()}`;

const adoption = (debunkSlug: string, changes: object = {}) => ({
  debunkSlug,
  version: 1,
  url: anUrl(),
  channel: "web",
  publishedAt: now().toISOString(),
  ...changes,
});

async function tell(secret: string, body: object) {
  const response = await post(POST, PATH, body, { authorization: `Bearer ${secret}` });
  return { status: response.status, body: await described(response, "post", PATH) };
}

async function countOf(slug: string): Promise<number> {
  const response = await call(notice.GET, `/api/v1/debunks/${slug}`, { params: { slug } });
  const body = (await described(response, "get", "/api/v1/debunks/{slug}")) as { adoptions: number };
  return body.adoptions;
}

it("is one adoption by its address, however often it is told, and what is told last holds", async () => {
  const secret = await keyOf();
  const { slug, claimId } = await noticeOf("corrected");
  const silent = adoption(slug, { url: "HTTPS://WWW.TheCover.cn/转载?a=1" });
  const told = { ...silent, reads: 10 };
  const [first, ...others] = (
    await Promise.all([tell(secret, told), tell(secret, told), tell(secret, told)])
  ).toSorted((one, other) => other.status - one.status);
  expect(first).toMatchObject({
    status: 201,
    body: { url: "https://www.thecover.cn/%E8%BD%AC%E8%BD%BD?a=1", version: 1, currentVersion: 2, reads: 10 },
  });
  expect(others.map(({ status }) => status)).toEqual([200, 200]);

  expect(await tell(secret, { ...told, reads: 25 })).toMatchObject({ status: 200, body: { reads: 25 } });
  const newer = await tell(secret, { ...silent, version: 2 });
  expect(newer).toMatchObject({ status: 200, body: { version: 2, reads: 25 } });
  const rows = await db.adoption.findMany({ where: { adopted: { debunk: { slug } } } });
  expect(rows).toMatchObject([{ memberId, version: 2, host: "www.thecover.cn", reads: 25 }]);
  // More reads alone are no news.
  const events = await db.event.findMany({
    where: { claimId, type: "adoption.recorded" },
    orderBy: { at: "asc" },
  });
  expect(events.map(({ data }) => data)).toEqual([
    { member: memberId, slug, version: 1 },
    { member: memberId, slug, version: 2 },
  ]);
});

it("counts members, not addresses, on the notice; the page that says so is made anew", async () => {
  const { slug } = await noticeOf();
  expect(await countOf(slug)).toBe(0);
  const secret = await keyOf();
  await tell(secret, adoption(slug));
  await tell(secret, adoption(slug, { channel: "wechat" }));
  await tell(await keyOf("dept-health"), adoption(slug));
  expect(await countOf(slug)).toBe(2);

  const cache = pages();
  const [here, elsewhere] = [
    anAddress(`/debunks/${slug}`, { tags: [`debunk:${slug}`] }),
    anAddress("/debunks", { tags: ["debunks"] }),
  ];
  for (const address of [here, elsewhere]) await cache.answer(address, aPage("two"));
  const { id } = await db.adoption.findFirstOrThrow({ where: { adopted: { debunk: { slug } } } });
  await refreshAdopted(id);
  expect(cache.fresh(here.key)).toBeUndefined();
  expect(cache.fresh(elsewhere.key)).toBeDefined();
});

it("refuses what cannot be, and says which field is wrong and why", async () => {
  const secret = await keyOf();
  const [{ slug }, other] = [await noticeOf(), await noticeOf()];
  const url = anUrl();
  await tell(secret, adoption(other.slug, { url }));
  const later = after(now(), hours(1)).toISOString();
  for (const [changes, path, code] of [
    [{ debunkSlug: "no-such-notice" }, "debunkSlug", "unknown"],
    [{ debunkSlug: "../x" }, "debunkSlug", "unknown"],
    [{ version: 2 }, "version", "unknown"],
    [{ version: 0 }, "version", "invalid"],
    [{ publishedAt: later }, "publishedAt", "inFuture"],
    [{ publishedAt: "yesterday" }, "publishedAt", "badDate"],
    [{ channel: "pigeon" }, "channel", "invalid"],
    [{ reads: -1 }, "reads", "invalid"],
    [{ url }, "url", "otherNotice"],
    ...[
      "ftp://www.thecover.cn/a",
      "javascript:alert(1)",
      "https://user:secret@www.thecover.cn/",
      "https://localhost/",
      "http://127.0.0.1/a",
      "http://[::1]/a",
      "http://192.168.1.8/a",
      "/a",
      `https://www.thecover.cn/${"转".repeat(300)}`,
    ].map((bad) => [{ url: bad }, "url", bad.length > 300 ? "tooLong" : "notPublicPage"] as const),
  ] as const) {
    const { status, body } = await tell(secret, adoption(slug, changes));
    expect(status, JSON.stringify(changes)).toBe(422);
    expect(body, JSON.stringify(changes)).toMatchObject({ errors: [{ path, code }] });
  }
  // The clock of a member may be a little ahead of ours.
  const soon = after(now(), minutes(1)).toISOString();
  expect((await tell(secret, adoption(slug, { publishedAt: soon }))).status).toBe(201);
  expect(await countOf(slug)).toBe(1);
});

it("is for keys that are made for it", async () => {
  const { slug } = await noticeOf();
  const { secret } = await seedKey({ memberId, scopes: ["intake"] });
  expect((await tell(secret, adoption(slug))).status).toBe(403);
  expect((await tell("bz_nothing", adoption(slug))).status).toBe(401);
});

it("holds in the database too", async () => {
  const { id: debunkId } = await noticeOf();
  const row = (changes: object = {}) => ({
    id: newId(),
    memberId,
    debunkId,
    version: 1,
    url: "https://a.example/1",
    host: "a.example",
    channel: "web" as const,
    publishedAt: now(),
    toldAt: now(),
    ...changes,
  });
  for (const wrong of [
    { version: 2 },
    { url: "ftp://a.example/1" },
    { host: "b.example" },
    { channel: "pigeon" as never },
    { reads: -1 },
    { publishedAt: after(now(), hours(1)) },
  ])
    await expect(db.adoption.create({ data: row(wrong) }), JSON.stringify(wrong)).rejects.toThrow();
  await db.adoption.create({ data: row() });
  await expect(db.adoption.create({ data: row() })).rejects.toThrow();
  await asOwner(`DELETE FROM adoptions WHERE url = 'https://a.example/1'`);
});

it("is looked at where no version is told: it counts when the notice is found, and what was found is told to who asks again", async () => {
  const secret = await keyOf();
  const { slug, id } = await noticeOf();
  const { version: _, ...link } = adoption(slug);
  const first = await tell(secret, link);
  expect(first).toMatchObject({
    status: 201,
    body: { version: null, seenAt: null, missedAt: null, currentVersion: 1 },
  });
  expect(await countOf(slug)).toBe(0);
  const { id: adoptionId } = await db.adoption.findFirstOrThrow({ where: { debunkId: id } });
  expect(await db.pageLook.count({ where: { adoptionId, sentAt: null, failedAt: null } })).toBe(1);
  await noteSeen(adoptionId, 1);
  expect(await tell(secret, link)).toMatchObject({
    status: 200,
    body: { version: 1, seenAt: expect.any(String) },
  });
  expect(await countOf(slug)).toBe(1);
  for (const [url, message] of [
    ["https://www.baidu.com/s?wd=a", "notOnePage"],
    [link.url, "othersPage"],
  ]) {
    const as = message === "othersPage" ? await keyOf("dept-health") : secret;
    expect(await tell(as, { ...link, url })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "url", code: message }] },
    });
  }
});

it("counts again when its application tells it after it was taken back", async () => {
  const secret = await keyOf();
  const { slug, id } = await noticeOf();
  const told = adoption(slug);
  await tell(secret, told);
  const { id: adoptionId } = await db.adoption.findFirstOrThrow({ where: { debunkId: id } });
  const actor = await someoneAt(memberId);
  expect(await withdrawAdoption(actor, { adoptionId })).toEqual({ ok: true });
  expect(await countOf(slug)).toBe(0);
  await tell(secret, told);
  expect(await countOf(slug)).toBe(1);
});
