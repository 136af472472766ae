import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { handlersOf } from "#lib/web/handlers";
import { call, described, post } from "#lib/web/testing/call";
import { seedReference } from "#seed/reference";

const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = handlersOf("/api/v1/reports");

const PATH = "/api/v1/reports";
const file = (body: unknown, headers?: HeadersInit) => post(POST, PATH, body, headers);
const report = { text: "网传明天全城停水三天，是真的吗？" };

beforeAll(() => seedReference());

const nested = (depth: number) => `{"text":"a","deep":${"[".repeat(depth)}${"]".repeat(depth)}}`;

const refused: [string, number, unknown, HeadersInit?][] = [
  ["an empty body", 400, ""],
  ["half a body", 400, '{"text":"a'],
  ["what is not JSON", 400, "text=a"],
  ["invalid UTF-8", 400, new Uint8Array([...Buffer.from('{"text":"'), 0xff, 0xfe, ...Buffer.from('"}')])],
  ["3,000 levels of arrays", 400, nested(3000)],
  ["100,000 levels of arrays", 400, nested(100_000)],
  ["null", 422, "null"],
  ["an array", 422, [report]],
  ["a string", 422, '"text"'],
  ["a number too large to count", 422, "1e999"],
  ["an empty report", 422, {}],
  ["a report of blanks", 422, { text: " \n " }],
  ["a report of NUL", 422, { text: "\u0000" }],
  ["a report of half a character", 422, { text: "\ud800" }],
  ["a report of direction overrides", 422, { text: "\u202e\u2066" }],
  ["only a prototype", 422, '{"__proto__":{"text":"a"}}'],
  ["only a constructor", 422, '{"constructor":{"prototype":{"text":"a"}}}'],
  ["a number for text", 422, { text: 1 }],
  ["an object for text", 422, { text: { toString: "a" } }],
  ["5,001 characters", 422, { text: "水".repeat(5001) }],
  ["a text of which nothing is seen", 422, { text: "\u200b\u00ad \ufe0f\u2060" }],
  [
    "a receipt in a link",
    422,
    { urls: ["https://a.example/track?code=7K3M%2D9QXT%2D2BCD%2D5FGH%2D8JNP%2D0RSV"] },
  ],
  ["a receipt in the text", 422, { text: "查询码 7K3M-9QXT-2BCD-5FGH-8JNP-0RSV" }],
  ["a link of which nobody can tell what it says", 422, { urls: ["https://v.example.com/a?b=c"] }],
  ["eleven links", 422, { urls: Array.from({ length: 11 }, (_, index) => `https://a.example/${index}`) }],
  ["60,000 links", 422, { urls: Array.from({ length: 60_000 }, () => "") }],
  ["a link to a script", 422, { urls: ["javascript:alert(1)"] }],
  ["a link with a password", 422, { urls: ["https://a:b@c.example/"] }],
  ["a link that is too long", 422, { urls: [`https://a.example/${"a".repeat(2000)}`] }],
  ["an unknown place", 422, { ...report, seenOn: "fax" }],
  ["an unknown topic", 422, { ...report, topic: "weather" }],
  ["a topic with NUL", 422, { ...report, topic: "\u0000" }],
  ["an unknown division", 422, { ...report, division: "999999" }],
  ["a division that is none", 422, { ...report, division: "川" }],
  ["a day for a moment", 422, { ...report, seenAt: "2026-01-01" }],
  ["a moment without offset", 422, { ...report, seenAt: "2026-01-01T08:00:00" }],
  ["a moment to come", 422, { ...report, seenAt: "9999-01-01T00:00:00Z" }],
  ["a moment before all time", 422, { ...report, seenAt: "0000-01-01T00:00:00+08:00" }],
  ["a note of 1,001 characters", 422, { ...report, note: "a".repeat(1001) }],
  ["an empty contact", 422, { ...report, contact: {} }],
  ["a wrong e-mail address", 422, { ...report, contact: { email: "a@" } }],
  ["a wrong telephone number", 422, { ...report, contact: { phone: "abc" } }],
  ["an unknown language", 422, { ...report, locale: "fr" }],
  ["another content type", 415, report, { "content-type": "text/plain" }],
  ["a form", 415, "text=a", { "content-type": "application/x-www-form-urlencoded" }],
  ["JSON in another encoding", 415, report, { "content-type": "application/json; charset=gbk" }],
  ["a megabyte", 413, { text: "a".repeat(1_000_000) }],
  ["a megabyte of blanks", 413, " ".repeat(1_000_000)],
  ["an empty key", 422, report, { "idempotency-key": "" }],
  ["a key with a blank", 422, report, { "idempotency-key": "a b" }],
  ["a key that is too long", 422, report, { "idempotency-key": "a".repeat(201) }],
  ["a key beyond ASCII", 422, report, { "idempotency-key": "\u00e9" }],
  ["a key that somebody else might have chosen", 422, report, { "idempotency-key": "1" }],
  ["a key that counts", 422, report, { "idempotency-key": "report-2026-11-30-00001" }],
];

describe("POST /api/v1/reports refuses", () => {
  it.each(refused)("%s with %i", async (_, status, body, headers) => {
    const before = await db.report.count();
    const response = await file(body, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    const problem = await described(response, "post", PATH);
    expect(problem).toMatchObject({ status });
    if (status === 422) expect(problem).toHaveProperty("errors.0.message");
    expect(await db.report.count()).toBe(before);
  });

  it("a body without end after the limit", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    const init = { method: "POST", body, duplex: "half", headers: { "content-type": "application/json" } };
    const response = await call(POST, PATH, init as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it("every other method, naming the right one", async () => {
    for (const [method, handler] of Object.entries({ GET, HEAD, PUT, PATCH, DELETE })) {
      const response = await call(handler, PATH, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST, OPTIONS");
    }
  });

  it("in the language asked for", async () => {
    const titleFor = async (language: string) => {
      const response = await file({}, { "accept-language": language });
      return `${response.headers.get("content-language")} ${JSON.stringify(await response.json())}`;
    };
    expect(await titleFor("en-GB,en;q=0.9,zh;q=0.5")).toMatch(/^en .*Some values/);
    expect(await titleFor("zh-TW,en;q=0.9")).toMatch(/^zh-CN .*有几处/);
    expect(await titleFor("fr")).toMatch(/^zh-CN /);
    expect(await titleFor("en;q=0")).toMatch(/^zh-CN /);
  });
});

const accepted: [string, object][] = [
  ["a text", report],
  ["a link with words beside it", { urls: ["https://v.example.com/a?b=c"], note: "视频里说要停水" }],
  ["unknown keys, which are dropped", { ...report, admin: true, constructor: 1 }],
  ["NUL and half characters, which are removed", { text: "停\u0000水\ud800" }],
  [
    "everything",
    {
      ...report,
      urls: ["https://v.example.com/"],
      topic: "health",
      division: "510700",
      seenOn: "wechat",
      seenAt: "2026-01-01T08:00:00+08:00",
      note: "家人群里转的",
      contact: { email: "a@example.org" },
      locale: "en",
    },
  ],
  ["5,000 characters of four bytes each", { text: "𠮷".repeat(5000) }],
  ["5,000 characters that redaction makes longer", { text: "@a ".repeat(1666) }],
];

describe("POST /api/v1/reports accepts", () => {
  it.each(accepted)("%s", async (_, body) => {
    const response = await file(body);
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const filed = await described(response, "post", PATH);
    expect(filed).toMatchObject({ state: "received", matches: [], trackUrl: "http://localhost:3000/track" });
  });

  it("the same key and content again with the same answer and one report", async () => {
    const before = await db.report.count();
    const headers = { "idempotency-key": newId() };
    const responses = await Promise.all(Array.from({ length: 50 }, () => file(report, headers)));
    responses.push(await file(report, headers));
    const answers = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers).size).toBe(1);
    expect(await db.report.count()).toBe(before + 1);
  });

  it("neither a receipt of somebody else's for a key that can be guessed, nor keeps their report out", async () => {
    const text = "两个人会想到同一个键";
    const stranger = await file({ text, note: "抢先" }, { "idempotency-key": "order-1" });
    expect(await described(stranger, "post", PATH)).toMatchObject({
      errors: [{ path: "Idempotency-Key", message: expect.stringContaining("UUID") }],
    });
    expect((await file({ text }, { "idempotency-key": randomUUID() })).status).toBe(201);
    expect(await db.report.count({ where: { text } })).toBe(1);
  });

  it("the same key with other content not", async () => {
    const headers = { "idempotency-key": randomUUID() };
    await file(report, headers);
    for (const other of [
      { text: "别的" },
      { ...report, seenOn: "qq" },
      { ...report, contact: { email: "b@example.org" } },
    ]) {
      const response = await file(other, headers);
      expect(response.status).toBe(422);
      expect(await described(response, "post", PATH)).toMatchObject({
        type: "urn:bianzhen:problem:key-reused",
        errors: [{ path: "Idempotency-Key" }],
      });
    }
  });

  it("the language of the body before that of the header", async () => {
    await file({ ...report, note: "first", locale: "zh-CN" }, { "accept-language": "en" });
    await file({ ...report, note: "second" }, { "accept-language": "en" });
    const stored = await db.report.findMany({
      where: { note: { in: ["first", "second"] } },
      orderBy: { note: "asc" },
    });
    expect(stored.map(({ locale, channel }) => [locale, channel])).toEqual([
      ["zh-CN", "api"],
      ["en", "api"],
    ]);
  });
});

it("tells scripts of other sites nothing about a private call", async () => {
  const response = await call(OPTIONS, PATH, {
    method: "OPTIONS",
    headers: { origin: "https://a.example" },
  });
  expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([204, null]);
});
