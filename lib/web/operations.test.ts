import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TEXT_LIMIT } from "#lib/platform/text";
import { seedKey } from "#seed/keys";
import { handlersOf } from "./handlers.ts";
import { findOperation } from "./listen/find-operation.ts";
import { apiDocument, operations } from "./operations.ts";
import { call } from "./testing/call.ts";

describe("the table of operations", () => {
  it("answers at every address that it names, and no file of the framework does", () => {
    for (const { method, path, handle } of operations) {
      const address = path.replace(/\{\w+\*?\}/g, "en").replace(/^\/en\/desk/, "/desk");
      const found = findOperation(address);
      expect(found?.handlers[method], `${method} ${address}`).toBeTypeOf("function");
      expect(handle).toBeTypeOf("function");
    }
    expect(globSync("app/**/route.ts")).toEqual([]);
  });

  it("answers each method of an address once", () => {
    const calls = operations.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(calls).size).toBe(calls.length);
  });

  it("counts every call that changes something for people outside, unless it is weighed or signed", () => {
    const open = operations.filter(({ method, access }) => method === "POST" && access === "public");
    const uncounted = open.filter(({ limit }) => !limit).map(({ path }) => path);
    expect(uncounted).toEqual(["/api/v1/reports", "/api/v1/unsubscribe"]);
  });
});

describe.each(operations)("$method $path", ({ method, path, access, scope }) => {
  const params = { slug: "a", n: "1", id: "a", copyId: "a", uploadId: "a", locale: "en", path: "a" };
  const handler = handlersOf(path)[method];

  it("takes no notice of names in its query that it does not know", async () => {
    const key =
      access === "key" && scope ? await seedKey({ memberId: "dept-health", scopes: [scope] }) : null;
    const ask = (query: string) =>
      call(handler, `${path}${query}`, {
        method,
        params,
        headers: key ? { authorization: `Bearer ${key.secret}` } : {},
      });
    const plain = await ask("");
    const more = await ask("?colour=red&colour=blue&__proto__=1&constructor=&%00=1");
    expect(more.status).toBe(plain.status);
    expect(await more.text()).not.toMatch(/colour|constructor/);
  });
});

describe("the API document", () => {
  it("describes every operation of the API, save itself and the protocol of another", () => {
    const paths = operations.map(({ path }) => path);
    // What others' programs ask at an address that a standard gives.
    const ours = paths.filter((path) => path.startsWith("/api/v1/") || path === "/oembed");
    const described = ours.filter((path) => !/openapi\.json$|\*\}$/.test(path));
    expect(Object.keys(apiDocument().paths ?? {}).toSorted()).toEqual([...new Set(described)].toSorted());
  });

  it("is OpenAPI 3.1 with the limits that the schemas enforce", () => {
    const document = apiDocument();
    expect(document.openapi).toBe("3.1.0");
    const parameters = document.paths?.["/api/v1/debunks"]?.get?.parameters ?? [];
    expect(parameters).toContainEqual(
      expect.objectContaining({
        name: "limit",
        in: "query",
        schema: expect.objectContaining({ minimum: 1, maximum: 100, default: 20 }),
      }),
    );
    expect(document.components?.schemas?.NewReport).toMatchObject({
      properties: { seenOn: { enum: expect.arrayContaining(["wechat"]) }, text: { maxLength: TEXT_LIMIT } },
    });
  });

  it("names each operation once and resolves every reference", () => {
    const text = JSON.stringify(apiDocument());
    const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(apiDocument().components?.schemas).toHaveProperty(name);
    }
  });
});
