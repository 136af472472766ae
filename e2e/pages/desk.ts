import { randomInt } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** Finds a claim in the queue by its words and opens it; the worker may still be making it of its report. */
export async function openFromQueue(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/desk/queue?view=all&q=${encodeURIComponent(words)}`);
    await page.getByRole("link", { name: words }).first().click({ timeout: 5_000 });
  }).toPass();
  await expect(page).toHaveURL(/\/desk\/claims\//);
}

/** Approves the version that waits at this reviewer's stage, after ticking the whole checklist. */
export async function approve(page: Page, words: string): Promise<void> {
  await page.goto("/desk/reviews");
  await page.getByRole("link", { name: words }).first().click();
  const checklist = page.getByRole("group", { name: "逐项确认" });
  await expect(checklist).toBeVisible();
  for (const box of await checklist.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "通过", exact: true }).click();
  await expect(checklist).toBeHidden();
  await expect(page.getByRole("region", { name: "审核经过" }).getByText("通过").first()).toBeVisible();
}

/** Gives the final approval to a text and publishes it. */
export async function publish(page: Page, words: string): Promise<void> {
  await approve(page, words);
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByRole("link", { name: "看公开页面" }).first()).toBeVisible();
}

/** Opens the desk as somebody sees it on a small notebook, with its keys at work. */
export async function openDesk(page: Page, path: string): Promise<Page> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  // Its scripts are at work once a key does something.
  const help = page.getByRole("dialog", { name: "快捷键" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  return page;
}

/** Rare signs, so that no word of it and no claim like it suggests a topic. */
export const unheardOf = () =>
  Array.from({ length: 12 }, () => String.fromCharCode(0x3400 + randomInt(6_000))).join("");
