import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { absolute } from "./absolute.ts";
import {
  addressOn,
  apiHref,
  followHref,
  localeAlternates,
  noticeHref,
  unsubscribeHref,
} from "./addresses.ts";

const site = "http://localhost:3000";

it.each([
  [absolute("/"), `${site}/`],
  [absolute("/", "en"), `${site}/en`],
  [absolute(noticeHref("a-b")), `${site}/debunks/a-b`],
  [absolute(noticeHref("a-b", 2), "en"), `${site}/en/debunks/a-b/versions/2`],
  [absolute(unsubscribeHref("x.y&z"), "en"), `${site}/en/unsubscribe?token=x.y%26z`],
  [absolute(apiHref("/unsubscribe", { token: "x" })), `${site}/api/v1/unsubscribe?token=x`],
  [addressOn("https://py.example", followHref("1"), "zh-CN"), "https://py.example/follow/1"],
])("makes %s", (made, address) => expect(made).toBe(address));

it("names a page in every language, and which one is meant without any", () => {
  expect(localeAlternates("/about", "en")).toEqual({
    canonical: "/en/about",
    languages: { "zh-CN": "/about", en: "/en/about", "x-default": "/about" },
  });
});

it("is alone in making addresses", () => {
  const sources = globSync("{app,components,lib,prisma/seed}/**/*.{ts,tsx}", {
    exclude: ["**/*.test.*", "**/generated/**", "lib/i18n/addresses.ts"],
  });
  expect(sources.length).toBeGreaterThan(500);
  const byHand = /`\/(?:en\/)?(?:debunks|follow|files)\/\$|\$\{(?:config\.SITE_URL|siteUrl|site\.url)\}/;
  const makers = sources.filter((path) => byHand.test(readFileSync(path, "utf8")));
  expect(makers).toEqual([]);
});
