import fc from "fast-check";
import { beforeAll, expect, it, vi } from "vitest";
import { handlersOf } from "#lib/web/handlers";
import { call, post } from "#lib/web/testing/call";
import { seedReference } from "#seed/reference";

const debunk = handlersOf("/api/v1/debunks/{slug}");
const version = handlersOf("/api/v1/debunks/{slug}/versions/{n}");
const debunks = handlersOf("/api/v1/debunks");
const lookup = handlersOf("/api/v1/reports/lookup");
const reports = handlersOf("/api/v1/reports");

// All of it comes from one network.
vi.hoisted(() => Object.assign(process.env, { REPORTS_PER_NETWORK: "999999999" }));

beforeAll(() => seedReference());

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.stringMatching(/^[0-9１１３@.+ \-a-z]{0,40}$/),
  fc.string({
    unit: fc.constantFrom("\u0000", "\ud800", "\udc00", "\u202e", "@", "1", "3", "水", "a", ".", " "),
  }),
);
const moment = fc
  .date({ min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());
const near = (...values: fc.Arbitrary<unknown>[]) => fc.oneof(...values, text, fc.jsonValue());

const body = fc.record(
  {
    text: near(text),
    urls: near(fc.array(fc.oneof(fc.webUrl({ withQueryParameters: true }), text), { maxLength: 12 })),
    topic: near(fc.constantFrom("health")),
    division: near(fc.constantFrom("510000", "510700", "999999")),
    seenOn: near(fc.constantFrom("wechat", "fax")),
    seenAt: near(moment),
    note: near(text),
    contact: near(fc.record({ email: fc.oneof(fc.emailAddress(), text), phone: text }, { requiredKeys: [] })),
    locale: near(fc.constantFrom("zh-CN", "en")),
    ["__proto__"]: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

const options = { numRuns: 400 };

it("no body makes the filing of a report fail", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(body, fc.jsonValue()), async (value) => {
      const { status } = await post(reports.POST, "/api/v1/reports", JSON.stringify(value));
      expect([201, 400, 422]).toContain(status);
    }),
    options,
  );
});

it("no bytes make a call fail", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { status } = await post(reports.POST, "/api/v1/reports", bytes);
      expect([400, 422]).toContain(status);
    }),
    options,
  );
});

it("no receipt makes the lookup fail", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, fc.jsonValue()), async (receipt) => {
      const { status } = await post(lookup.POST, "/api/v1/reports/lookup", { receipt });
      expect([404, 422]).toContain(status);
    }),
    options,
  );
});

const cursor = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.uuid())
  .map(([time, id]) => Buffer.from(`${time}.${id}`).toString("base64url"));
const day = moment.map((time) => time.slice(0, 10));
const query = fc.record(
  {
    q: text,
    topic: fc.oneof(fc.constantFrom("health"), text),
    division: fc.oneof(fc.constantFrom("510000"), text),
    verdict: fc.oneof(fc.constantFrom("false"), text),
    from: fc.oneof(day, text),
    to: fc.oneof(day, text),
    cursor: fc.oneof(cursor, text),
    limit: fc.oneof(fc.integer().map(String), fc.double().map(String), text),
  },
  { requiredKeys: [] },
);

it("no query makes the list fail", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(query, fc.dictionary(text, text)), async (values) => {
      const wellFormed = Object.entries(values).map(([key, value]) => [
        key.toWellFormed(),
        value.toWellFormed(),
      ]);
      const { status } = await call(debunks.GET, `/api/v1/debunks?${new URLSearchParams(wellFormed)}`);
      expect([200, 422]).toContain(status);
    }),
    { numRuns: 1000 },
  );
});

it("no path makes a notice fail", async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (slug, n) => {
      const params = { slug, n };
      expect((await call(debunk.GET, "/api/v1/debunks/a", { params })).status).toBe(404);
      expect((await call(version.GET, "/api/v1/debunks/a/versions/1", { params })).status).toBe(404);
    }),
    options,
  );
});
