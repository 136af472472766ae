import { newId } from "#lib/platform/id";
import { expect, test } from "./fixtures.ts";
import { fileReport } from "./pages/citizen.ts";

// An address without encryption, or an old telephone: there is no clipboard API.
test.beforeEach(({ page }) =>
  page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined })),
);

const words = () => `听说七里坪${newId().slice(-8)}号桥明天封路`;

test("the receipt is copied without a clipboard API, and the page says so", async ({ page }) => {
  const receipt = await fileReport(page, { text: words() });
  const copy = page.getByRole("button", { name: "复制查询码" });
  await copy.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "已复制" })).toBeVisible();
  await expect(copy).toBeFocused();

  // As on a device that does not remember it.
  await page.context().clearCookies();
  await page.goto("/track");
  const field = page.getByRole("textbox", { name: "查询码" });
  await field.press("ControlOrMeta+v");
  await expect(field).toHaveValue(receipt);
});

test("where nothing may be copied, the receipt stands there selected", async ({ page }) => {
  await page.addInitScript(() => {
    document.execCommand = () => false;
  });
  const receipt = await fileReport(page, { text: words() });
  await page.getByRole("button", { name: "复制查询码" }).click();
  await expect(page.getByRole("status").filter({ hasText: "没能自动复制" })).toBeVisible();
  const text = page.getByRole("textbox", { name: "复制查询码" });
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(receipt);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(receipt);
});
