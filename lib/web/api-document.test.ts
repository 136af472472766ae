import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TEXT_LIMIT } from "#lib/platform/text";
import { apiDocument } from "./api-document.ts";

const directory = "app/api/v1";

describe("the API document", () => {
  it("describes every address that has a handler, and no other", () => {
    const routes = globSync("**/route.ts", { cwd: directory })
      .map(
        (file) =>
          `/api/v1/${file
            .replace(/\/route\.ts$/, "")
            .replaceAll("[", "{")
            .replaceAll("]", "}")}`,
      )
      .filter((path) => !path.includes("...") && !path.endsWith("/openapi.json"));
    expect(Object.keys(apiDocument().paths ?? {}).sort()).toEqual(routes.sort());
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
