import { beforeAll, describe, expect, it } from "vitest";
import type { MemberReportBody, MemberReportListBody } from "#lib/answers/member-report-schema";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { asOwner } from "#lib/platform/testing/as-owner";
import { handlersOf } from "#lib/web/handlers";
import { call, described, post } from "#lib/web/testing/call";
import { seedClaim } from "#seed/claims";
import { seedKey } from "#seed/keys";

const own = handlersOf("/api/v1/member/reports/{id}");
const { DELETE, GET, POST } = handlersOf("/api/v1/member/reports");
const reports = handlersOf("/api/v1/reports");

const PATH = "/api/v1/member/reports";
/** Never the same, and without figures that could be taken for a telephone number and removed. */
const unlike = () => newId().replace(/\d/g, (digit) => "零一二三四五六七八九".charAt(Number(digit)));
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

let ours: string;
let theirs: string;
beforeAll(async () => {
  ours = (await seedKey({ memberId: "outlet-cover-news" })).secret;
  theirs = (await seedKey({ memberId: "dept-health" })).secret;
});

const file = (secret: string | null, body: object, headers: Record<string, string> = {}) =>
  post(reports.POST, "/api/v1/reports", body, { ...(secret && bearer(secret)), ...headers });

async function list(secret: string, query = ""): Promise<MemberReportListBody> {
  const response = await call(GET, `${PATH}${query}`, { headers: bearer(secret) });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return (await described(response, "get", PATH)) as MemberReportListBody;
}

const get = (secret: string, id: string) =>
  call(own.GET, `${PATH}/${id}`, { headers: bearer(secret), params: { id } });

describe("POST /api/v1/reports with a key", () => {
  it("files as the member", async () => {
    const text = `会员客户端转来的一条 ${unlike()}`;
    expect((await file(ours, { text })).status).toBe(201);
    const stored = await db.report.findFirstOrThrow({ where: { text } });
    expect(stored).toMatchObject({ channel: "member", memberId: "outlet-cover-news" });
  });

  it("refuses a wrong key and stores nothing, although a citizen needs none", async () => {
    const text = `带着错的密钥 ${unlike()}`;
    const response = await file(`bz_${"0".repeat(43)}`, { text });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer .*error="invalid_token"/);
    expect(await described(response, "post", "/api/v1/reports")).toMatchObject({ status: 401 });
    expect(await db.report.count({ where: { text } })).toBe(0);
    expect((await file(null, { text })).status).toBe(201);
  });

  it("refuses a key that is made for something else", async () => {
    const { secret } = await seedKey({ memberId: "dept-health", scopes: ["deliveries", "assignments"] });
    const response = await file(secret, { text: "用途不对" });
    expect(response.status).toBe(403);
    expect(response.headers.get("www-authenticate")).toContain('error="insufficient_scope", scope="intake"');
    expect(await described(response, "post", "/api/v1/reports")).toMatchObject({ status: 403 });
  });

  it("keeps the idempotency keys of members and citizens apart", async () => {
    const key = { "idempotency-key": newId() };
    const report = { text: `同一个编号 ${unlike()}` };
    const receiptOf = async (secret: string | null, body: object = report) => {
      const response = await file(secret, body, key);
      return { status: response.status, receipt: ((await response.json()) as { receipt?: string }).receipt };
    };
    const answers = [await receiptOf(null), await receiptOf(ours), await receiptOf(theirs)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ receipt }) => receipt)).size).toBe(3);
    expect(await receiptOf(ours)).toEqual(answers[1]);
    expect(await receiptOf(ours, { text: "别的" })).toMatchObject({ status: 422 });
    expect(await db.report.count({ where: { text: report.text } })).toBe(3);
    for (const forged of ["outlet-cover-news 1", "outlet-cover-news\u00a01", "outlet-cover-news-1"]) {
      const response = await file(null, report, { "idempotency-key": forged });
      expect(response.status).toBe(422);
    }
  });
});

it("lets a member number its reports, whose keys are nobody else's", async () => {
  const [one, two] = [unlike(), unlike()];
  const numbered = (secret: string | null, text: string) =>
    file(secret, { text }, { "idempotency-key": "1024" });
  const answers = [await numbered(ours, one), await numbered(ours, one), await numbered(theirs, two)];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect((await numbered(null, one)).status).toBe(422);
  expect(await db.report.count({ where: { text: { in: [one, two] } } })).toBe(2);
});

describe("GET /api/v1/member/reports", () => {
  it("gives only the member's own, newest first, page by page without gaps", async () => {
    const { secret } = await seedKey({ memberId: "dept-earthquake" });
    expect(await list(secret)).toEqual({ items: [], nextCursor: null });
    const texts = Array.from({ length: 7 }, (_, index) => `第 ${index} 条 ${unlike()}`);
    for (const text of texts) {
      await file(secret, { text, urls: ["https://v.example.com/a"] });
      await file(ours, { text: `别人的 ${text}` });
    }
    // Several of one moment are told apart by their ids.
    await asOwner(
      `ALTER TABLE reports DISABLE TRIGGER USER;
       UPDATE reports SET submitted_at = '${now().toISOString()}' WHERE member_id = 'dept-earthquake';
       ALTER TABLE reports ENABLE TRIGGER USER`,
    );
    const seen: MemberReportBody[] = [];
    let cursor: string | null = "";
    let pages = 0;
    while (cursor !== null) {
      const page: MemberReportListBody = await list(secret, `?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items);
      cursor = page.nextCursor;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(seen.map(({ text }) => text)).toEqual(texts.toReversed());
    expect(seen[0]).toMatchObject({ state: "received", urls: ["https://v.example.com/a"] });
  });

  it("tells where each stands and the answer, also after a merge", async () => {
    const { secret } = await seedKey({ memberId: "dept-emergency" });
    const published = await seedClaim({ status: "published", verdict: "misleading" });
    const duplicate = await seedClaim({ status: "received" });
    const [text, merged] = [`等答案的 ${unlike()}`, `并入的 ${unlike()}`];
    await file(secret, { text });
    await file(secret, { text: merged });
    const idOf = async (words: string) => (await db.report.findFirstOrThrow({ where: { text: words } })).id;
    const join = (reportId: string, claimId: string) =>
      db.claimReport.create({ data: { reportId, claimId, addedAt: now(), reason: "matched" } });
    await join(await idOf(text), published.id);
    await join(await idOf(merged), duplicate.id);
    await db.claim.update({
      where: { id: duplicate.id },
      data: { status: "duplicate", mergedIntoId: published.id, closedFrom: "received", closedAt: now() },
    });
    const debunk = { slug: published.debunk?.slug, verdict: "misleading" };
    for (const words of [text, merged]) {
      const response = await get(secret, await idOf(words));
      const body = await described(response, "get", `${PATH}/{id}`);
      expect(body).toMatchObject({ text: words, state: "published", debunk });
    }
    expect((await list(secret)).items).toHaveLength(2);
  });

  it("answers 404 alike for another member's report, a citizen's, and none", async () => {
    const text = `只有自己看得到 ${unlike()}`;
    await file(ours, { text });
    const { id } = await db.report.findFirstOrThrow({ where: { text } });
    expect((await get(ours, id)).status).toBe(200);
    const citizens = `群众的 ${unlike()}`;
    await file(null, { text: citizens });
    const citizen = await db.report.findFirstOrThrow({ where: { text: citizens } });
    const bodies = new Set<string>();
    for (const [secret, wanted] of [
      [theirs, id],
      [ours, citizen.id],
      [ours, newId()],
      [ours, "nothing"],
      [ours, "\u0000"],
    ] as const) {
      const response = await get(secret, wanted);
      expect(response.status).toBe(404);
      bodies.add(JSON.stringify(await described(response, "get", `${PATH}/{id}`)));
    }
    expect(bodies.size).toBe(1);
  });

  it("refuses whoever has no key, and what it does not know", async () => {
    const without = await call(GET, PATH);
    expect(without.status).toBe(401);
    expect(without.headers.get("www-authenticate")).toBe('Bearer realm="members"');
    expect(await described(without, "get", PATH)).toMatchObject({ status: 401 });
    for (const query of ["?limit=0", "?limit=101", "?cursor=abc", "?limit=1&limit=2"]) {
      const response = await call(GET, `${PATH}${query}`, { headers: bearer(ours) });
      expect(response.status, query).toBe(422);
      await described(response, "get", PATH);
    }
    // A stranger learns nothing from what is wrong with the query.
    expect((await call(GET, `${PATH}?limit=0`)).status).toBe(401);
    for (const [method, handler] of Object.entries({ POST, DELETE })) {
      expect((await call(handler, PATH, { method })).status).toBe(405);
    }
  });

  it("closes to a key the moment it is revoked", async () => {
    const { id, secret } = await seedKey({ memberId: "dept-health" });
    await list(secret);
    await db.apiKey.update({ where: { id }, data: { revokedAt: now() } });
    const response = await call(GET, PATH, { headers: bearer(secret) });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain('error="invalid_token"');
  });
});
