import { type APIRequestContext, expect, type Page } from "@playwright/test";

type Report = { text: string; division?: string; email?: string };

/** Files a report through the form and returns the receipt that is shown once. */
export async function fileReport(page: Page, { text, division, email }: Report): Promise<string> {
  await page.goto("/report");
  await page.getByLabel("消息原文").fill(text);
  if (division) await page.getByLabel("说的是什么地方").selectOption(division);
  if (email) await page.getByLabel("邮箱或电话").fill(email);
  await sendReport(page);
  const receipt = await page
    .getByText(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/)
    .first()
    .textContent();
  if (!receipt) throw new Error("no receipt is shown");
  return receipt;
}

/** Sends the report that is filled in, until it was received. */
export async function sendReport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "提交", exact: true }).click();
  const received = page.getByRole("heading", { name: "已收到，谢谢你来问" });
  // Sent before what is known was shown, it is shown now.
  const anyway = page.getByRole("button", { name: "都不是，提交我的线索" });
  await expect(received.or(anyway)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(received).toBeVisible();
}

/** Waits until the server has heard of a claim that a test made. */
export async function untilKnown(request: APIRequestContext, wording: string): Promise<void> {
  await expect(async () => {
    const answer = await request.post("/api/v1/match", { data: { text: wording } });
    const { matches } = await answer.json();
    expect(matches.map(({ claim }: { claim: string }) => claim)).toContain(wording);
  }).toPass();
}

/** Looks a receipt up on the tracking page, as on a device that does not remember the last look-up. */
export async function track(page: Page, receipt: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/track");
  await page.getByRole("textbox", { name: "查询码" }).fill(receipt);
  await page.getByRole("button", { name: "查询", exact: true }).click();
  await expect(page.getByRole("heading", { name: "现在的状态" })).toBeVisible();
}
