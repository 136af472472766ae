import { describe, expect, it } from "vitest";
import { appErrorStatus } from "#lib/platform/errors";
import { messages } from "./messages.ts";

const flatten = (value: object, path = ""): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string"
      ? [[`${path}${key}`, inner] as [string, string]]
      : flatten(inner, `${path}${key}.`),
  );

const chinese = Object.fromEntries(flatten(messages["zh-CN"]));
const english = Object.fromEntries(flatten(messages.en));

/** The names a message takes, and the tags it opens. */
const holes = (text: string) =>
  [...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(([, name, tag]) => name ?? `<${tag}>`).sort();

describe("messages", () => {
  it("exist in both languages under the same keys", () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  });

  it("take the same values in both languages", () => {
    for (const [key, text] of Object.entries(chinese)) {
      expect([...new Set(holes(english[key] ?? ""))], key).toEqual([...new Set(holes(text))]);
    }
  });

  it("explain every error code", () => {
    for (const code of Object.keys(appErrorStatus)) {
      expect(chinese[`errors.${code}.title`], code).toBeTruthy();
      expect(chinese[`errors.${code}.detail`], code).toBeTruthy();
    }
  });

  it("never blame people who pass a rumor on", () => {
    expect(Object.values(chinese).filter((text) => /造谣者|传谣者/.test(text))).toEqual([]);
  });
});
