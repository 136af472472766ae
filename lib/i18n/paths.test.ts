import { expect, it } from "vitest";
import { localePath, pathWithoutLocale } from "./paths.ts";

it.each([
  ["/", "zh-CN", "/"],
  ["/", "en", "/en"],
  ["/?from=home", "en", "/en?from=home"],
  ["/debunks?topic=food#list", "en", "/en/debunks?topic=food#list"],
  ["/debunks", "zh-CN", "/debunks"],
  ["https://example.org/a", "en", "https://example.org/a"],
  ["//example.org/a", "en", "//example.org/a"],
  ["#main", "en", "#main"],
] as const)("localePath(%j, %j) is %j", (href, locale, path) => {
  expect(localePath(href, locale)).toBe(path);
});

it.each([
  ["/", "/"],
  ["/en", "/"],
  ["/zh-CN", "/"],
  ["/en/debunks", "/debunks"],
  ["/english", "/english"],
  ["/debunks/en", "/debunks/en"],
])("pathWithoutLocale(%j) is %j", (pathname, page) => {
  expect(pathWithoutLocale(pathname)).toBe(page);
});
