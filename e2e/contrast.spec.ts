import { expect, test } from "@playwright/test";
import { violationsOf } from "./pages/axe.ts";

const rows = (pale: (at: number) => string) =>
  Array.from({ length: 300 }, (_, at) => `<li ${pale(at)}><b>第 ${at} 条</b> 文字</li>`).join("");

test.describe("of a long list", () => {
  for (const [what, pale, isFound] of [
    ["nothing is found where all can be read", () => "", false],
    ["the one row is found that is too pale", (at) => (at === 157 ? 'style="color: #bbb"' : ""), true],
    [
      "the one row is found that stands on a dark ground",
      (at) => (at === 42 ? 'style="background: #333"' : ""),
      true,
    ],
    ["rows are found that shine through", (at) => (at % 2 ? 'style="opacity: 0.3"' : ""), true],
  ] as const satisfies [string, (at: number) => string, boolean][]) {
    test(what, async ({ page }) => {
      await page.setContent(
        `<html lang="zh-CN"><title>列表</title><main><h1>列表</h1><ul>${rows(pale)}</ul></main></html>`,
      );
      const found = await violationsOf(page, { runOnly: ["color-contrast"] });
      expect(found.filter((one) => one.startsWith("color-contrast")).length > 0).toBe(isFound);
      expect(found.length).toBeLessThan(10);
    });
  }
});
