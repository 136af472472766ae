import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { MatchAnswer } from "#lib/answers/match-schema";
import { followClaims } from "#lib/matching/follow-claims";
import { knownClaims } from "#lib/matching/known-claims";
import { db } from "#lib/platform/db";
import { handlersOf } from "#lib/web/handlers";
import { described, post } from "#lib/web/testing/call";
import { seedClaim } from "#seed/claims";

const { POST } = handlersOf("/api/v1/match");
const { POST: file } = handlersOf("/api/v1/reports");

const PATH = "/api/v1/match";
const stop = new AbortController();
const wordings = {
  published: "成都地铁十八号线隧道昨天凌晨渗水，全线停运一个月",
  triaged: "绵阳安州区的小学要求学生每人交八百元平板电脑押金",
  received: "德阳广汉三星堆博物馆的青铜面具是去年新做的仿制品",
} as const;
let slug = "";

beforeAll(async () => {
  const { debunk } = await seedClaim({ status: "published", wording: wordings.published, verdict: "false" });
  slug = debunk?.slug ?? "";
  await seedClaim({ status: "triaged", wording: wordings.triaged });
  await seedClaim({ status: "received", wording: wordings.received });
  // A busy machine may take longer to read them than anybody waits for an answer.
  await knownClaims();
  void followClaims(stop.signal);
});
afterAll(() => stop.abort());

async function ask(body: object, headers: HeadersInit = {}): Promise<MatchAnswer> {
  const response = await post(POST, PATH, body, headers);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return (await described(response, "post", PATH)) as MatchAnswer;
}

describe("POST /api/v1/match", () => {
  it("answers a forwarded variant with the notice, and shows the words that say so", async () => {
    const { matches, answered } = await ask({
      text: "【紧急通知】各位業主：成都地鐵18號線隧道昨天凌晨滲水,全線停運一個月!!!🙏请转发",
    });
    expect(answered).toBe(true);
    expect(matches[0]).toMatchObject({ kind: "debunk", slug, level: "same", verdict: "false" });
    expect(matches[0]?.url).toBe(`http://localhost:3000/debunks/${slug}`);
    expect(matches[0]?.why.join("")).toContain("隧道昨天凌晨滲水");
    const { content } = await db.debunkVersion.findFirstOrThrow({ where: { debunk: { slug } } });
    expect(matches[0]).toMatchObject({ summary: content.summary, advice: content.advice });
    expect(content.advice).not.toBe("");
  });

  it.each([
    { text: "我的查询码是 7K3M-9QXT-2BCD-5FGH-8JNP-0RSV" },
    { url: "https://a.example/track?code=7K3M%2D9QXT%2D2BCD%2D5FGH%2D8JNP%2D0RSV" },
  ])("refuses a receipt, as the form for reports does: %j", async (body) => {
    const response = await post(POST, PATH, body);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("查询码");
  });

  it.each([
    ["alone", (own: string) => ({ text: own })],
    ["as a link", (own: string) => ({ url: own })],
    [
      "in English, of a version",
      (own: string) => ({ url: `${own.replace("/debunks", "/en/debunks")}/versions/1` }),
    ],
    [
      "in words that are not the notice's",
      (own: string) => ({ text: `邻居把这个发到群里了 ${own}，大家都在问西红柿的事` }),
    ],
    [
      "behind a page that passes on",
      (own: string) => ({ url: `https://link.zhihu.com/?target=${encodeURIComponent(own)}` }),
    ],
  ])("shows a notice to whoever asks with its own address, %s", async (_, question) => {
    const { matches } = await ask(question(`http://localhost:3000/debunks/${slug}`));
    expect(matches[0]).toMatchObject({ kind: "debunk", slug });
  });

  it("answers the address of a notice with it, and no other page of the site", async () => {
    expect((await ask({ url: `http://localhost:3000/debunks/${slug}?from=wx` })).answered).toBe(true);
    expect((await ask({ url: "http://localhost:3000/debunks/20200101-1" })).matches).toEqual([]);
  });

  it("shows of an open claim its wording and state, and nothing else", async () => {
    const { matches, answered } = await ask({ text: `${wordings.triaged}，是真的吗` });
    expect(answered).toBe(false);
    expect(Object.keys(matches[0] ?? {}).sort()).toEqual(
      ["claim", "id", "kind", "level", "score", "state", "title", "why"].sort(),
    );
    expect(matches[0]).toMatchObject({ kind: "claim", state: "triaged", claim: wordings.triaged });
  });

  it("tells of a claim that nobody at the desk has read only those who ask the same, in their own words", async () => {
    const asked = `听说${wordings.received.slice(0, -3)}，是真的吗`;
    const [match] = (await ask({ text: asked })).matches;
    expect(match).toMatchObject({ state: "received", claim: asked, title: asked });
    expect(JSON.stringify(match)).not.toContain(wordings.received);
    const { matches } = await ask({ text: "三星堆博物馆的青铜面具" });
    expect(matches.map(({ claim }) => claim)).not.toContain(wordings.received);
  });

  it("knows nothing of something else, and says so with an empty list", async () => {
    expect(await ask({ text: "明天晚饭吃什么好呢" })).toEqual({ matches: [], answered: false });
  });

  it("hears of a retraction", async () => {
    const { id: claimId, debunk } = await seedClaim({
      status: "published",
      wording: "凉山西昌邛海的湖水昨天一夜之间全部变成红色",
    });
    const found = async () =>
      (await ask({ text: "凉山西昌邛海的湖水昨天一夜之间全部变成红色" })).matches.map((match) => match.slug);
    const tell = () => db.$executeRaw`SELECT pg_notify('bianzhen_claims', ${claimId})`;
    await tell();
    await vi.waitFor(async () => expect(await found()).toContain(debunk?.slug), { timeout: 60_000 });
    await db.claim.update({ where: { id: claimId }, data: { status: "retracted" } });
    await db.debunk.updateMany({ where: { claimId }, data: { status: "retracted" } });
    await tell();
    await vi.waitFor(async () => expect(await found()).not.toContain(debunk?.slug), { timeout: 60_000 });
  });

  it("adds the notices to the answer of a report, the same for the same key", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        post(file, "/api/v1/reports", { text: `听说${wordings.published}` }, headers).then((r) => r.text()),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? "").matches[0]).toMatchObject({ kind: "debunk", slug });
  });

  it.each([
    ["nothing", {}, 422],
    ["an empty text", { text: " \u0000 " }, 422],
    ["a text that is too long", { text: "长".repeat(5001) }, 422],
    ["no address", { url: "javascript:alert(1)" }, 422],
    ["a limit out of bounds", { text: "停水", limit: 1000 }, 422],
    ["no upload of ours", { uploadId: "../../etc/passwd" }, 422],
    ["broken JSON", "{", 400],
  ])("refuses %s", async (_, body, status) => {
    const response = await post(POST, PATH, body);
    expect(response.status).toBe(status);
    await described(response, "post", PATH);
  });
});
