import type { Page } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { chatPicture } from "./pages/chat-picture.ts";
import { sendReport, untilKnown } from "./pages/citizen.ts";
import { expect, test } from "./pages/people.ts";

const BOX = "把你看到的消息粘贴到这里";
const isFramework = ({ pathname }: URL) => /^\/_next\/static\/.*\.js$/.test(pathname);

/** The framework's scripts that a page asks for from now on. */
function asked(page: Page): string[] {
  const urls: string[] = [];
  page.on("request", (request) => {
    if (isFramework(new URL(request.url()))) urls.push(request.url());
  });
  return urls;
}

/** Keeps the framework's scripts back until they are let go. */
async function holdScripts(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(isFramework, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}

async function someKnown(page: Page): Promise<string> {
  const wording = `黑石乡${newId().slice(-8)}号码头的趸船昨天夜里沉了`;
  await seedClaim({ status: "published", wording });
  await untilKnown(page.request, wording);
  return wording;
}

test("whoever only reads runs no script of the framework, on the home page and before a form", async ({
  page,
}) => {
  const scripts = asked(page);
  for (const path of ["/", "/en", "/check", "/report"]) {
    await page.goto(path, { waitUntil: "networkidle" });
    await page.mouse.wheel(0, 2_000);
    await page.getByRole("heading", { level: 1 }).click();
  }
  expect(scripts).toEqual([]);
  await page.locator("#report-text").focus();
  await expect.poll(() => scripts.length).toBeGreaterThan(0);
});

test("what is typed and sent before the scripts are there stays, and is answered by them", async ({
  page,
}) => {
  const wording = await someKnown(page);
  const letGo = await holdScripts(page);
  await page.goto("/");
  await page.getByLabel(BOX).pressSequentially(wording);
  await page.getByRole("button", { name: "查一查" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByLabel(BOX)).toHaveValue(wording);
  letGo();
  await expect(page.getByRole("region", { name: "这条消息已经核查过" })).toBeVisible();
  await expect(page.getByLabel(BOX)).toHaveValue(wording);
  await expect(page).toHaveURL(/\/$/);
});

test("where the scripts do not come, the form works without them", async ({ page }) => {
  const wording = await someKnown(page);
  await page.route(isFramework, (route) => route.abort());
  await page.goto("/");
  await page.getByLabel(BOX).fill(wording);
  await page.getByRole("button", { name: "查一查" }).click();
  await expect(page).toHaveURL(/\/check$/);
  await expect(page.getByLabel(BOX)).toHaveValue(wording);
});

test("a picture that is chosen before the scripts are there is taken by them", async ({ page, browser }) => {
  const letGo = await holdScripts(page);
  await page.goto("/report");
  const buffer = await chatPicture(browser, [{ text: "明天起全城停水三天，大家赶紧存水" }]);
  await page.getByLabel("选择文件").setInputFiles({ name: "chat.png", mimeType: "image/png", buffer });
  letGo();
  await expect(page.getByText("chat.png").first()).toBeVisible();
});

test("a picture that is chosen and sent before the scripts are there is a part of the report", async ({
  page,
  browser,
}) => {
  const letGo = await holdScripts(page);
  // The file is on its way for as long as it takes to be told so.
  const told = Promise.withResolvers<void>();
  await page.route("**/api/v1/uploads**", async (route) => {
    await told.promise;
    await route.continue();
  });
  const words = `赤石乡${newId().slice(-8)}号井盖都被偷了`;
  await page.goto("/report");
  const buffer = await chatPicture(browser, [{ text: "照片为证" }]);
  await page.getByLabel("消息原文").fill(words);
  await page.getByLabel("选择文件").setInputFiles({ name: "chat.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "提交", exact: true }).click();
  letGo();
  await expect(page.getByText("还有文件在上传，请等它传完再提交")).toBeVisible();
  told.resolve();
  await expect(page.locator("input[name=uploadIds]")).toHaveCount(1);
  await sendReport(page);
  expect(await db.reportUpload.count({ where: { report: { text: words } } })).toBe(1);
});

test("where the scripts do not come, a chosen picture is not lost without a word", async ({
  page,
  browser,
}) => {
  await page.route(isFramework, (route) => route.abort());
  await page.goto("/report");
  const buffer = await chatPicture(browser, [{ text: "照片为证" }]);
  await page.getByLabel("消息原文").fill("这口井的井盖被偷了");
  await page.getByLabel("选择文件").setInputFiles({ name: "chat.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("link", { name: "上传图片或文件" })).toBeVisible();
  await expect(page).toHaveURL(/\/report$/);
});

test("a draft that the browser keeps wakes the form by itself", async ({ page }) => {
  const words = `黄石乡${newId().slice(-8)}号桥断了`;
  await page.goto("/report");
  await page.getByLabel("消息原文").fill(words);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("report-draft"))).toContain(words);
  await page.goto("/report");
  await expect(page.getByLabel("消息原文")).toHaveValue(words);
});

test("a draft of an hour ago is not shown to whoever uses the device next", async ({ page }) => {
  await page.goto("/report");
  const at = new Date(Date.now() - 61 * 60_000).toISOString();
  await page.evaluate(
    (kept) => localStorage.setItem("report-draft", kept),
    JSON.stringify({ at, typed: { text: ["别人没有提交的话"], note: ["别人的附言"] } }),
  );
  await page.goto("/report");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("report-draft"))).toBeNull();
  await expect(page.getByLabel("消息原文")).toHaveValue("");
});
