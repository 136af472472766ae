import type { Page } from "@playwright/test";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { sendReport } from "./pages/citizen.ts";
import { expect, newPerson, openReady, platform, test } from "./pages/people.ts";
import { fromHere, hiddenFieldsOf } from "./pages/raw-form.ts";

const someWords = () => `玉泉乡${newId().slice(-8)}号渡口的船昨天夜里沉了`;

/** As a page that an earlier build has made: its actions are no longer there. */
async function renewServer(page: Page) {
  await page.route("**/*", (route) => {
    const headers = route.request().headers();
    if (!headers["next-action"]) return route.fallback();
    return route.continue({ headers: { ...headers, "next-action": "00".repeat(21) } });
  });
}

test("offline: a report that reaches nobody stays in its form, and is sent when the network is back", async ({
  page,
  context,
}) => {
  const words = someWords();
  await openReady(page, "/report");
  await page.getByLabel("消息原文").fill(words);
  await page.getByLabel("邮箱或电话").fill("someone@example.com");
  await context.setOffline(true);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  // The form says so itself, or what stands in for its scripts.
  await expect(page.getByText("网络断开了，还没有发出").filter({ visible: true })).toBeInViewport();
  await expect(page.getByLabel("消息原文")).toHaveValue(words);
  await expect(page.getByLabel("邮箱或电话")).toHaveValue("someone@example.com");
  await context.setOffline(false);
  await sendReport(page);
});

test("offline: the desk keeps what was decided, and goes on when the network is back", async ({ visit }) => {
  const page = await visit(await newPerson(platform, "moderator"));
  await openReady(page, `/desk/claims/${(await seedClaim()).id}`);
  const words = someWords();
  await page.getByLabel("传言的表述").fill(words);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "受理" }).click();
  await expect(page.getByText("网络断开了，还没有发出")).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "受理" }).click();
  await expect(page.getByRole("button", { name: "确认派单" })).toBeVisible();
  await expect(page.getByText(words).first()).toBeVisible();
});

test("deployed meanwhile: a report says so, keeps its words over a reload and is sent", async ({ page }) => {
  const words = someWords();
  await openReady(page, "/report");
  await page.getByLabel("消息原文").fill(words);
  await renewServer(page);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText("网站刚刚更新过，还没有发出")).toBeVisible();
  await page.unroute("**/*");
  await page.getByRole("button", { name: "刷新页面，保留填写的文字" }).click();
  await expect(page.getByText("网站刚刚更新过，还没有发出")).toBeHidden();
  await expect(page.getByLabel("消息原文")).toHaveValue(words);
  await sendReport(page);
});

test("deployed meanwhile: the desk's forms keep their words over a reload too", async ({ visit }) => {
  const page = await visit(await newPerson(platform, "moderator"));
  await openReady(page, `/desk/claims/${(await seedClaim()).id}`);
  const words = someWords();
  await page.getByLabel("传言的表述").fill(words);
  await renewServer(page);
  await page.getByRole("button", { name: "受理" }).click();
  await expect(page.getByText("网站刚刚更新过，还没有发出")).toBeVisible();
  await page.unroute("**/*");
  await page.getByRole("button", { name: "刷新页面，保留填写的文字" }).click();
  await expect(page.getByText("网站刚刚更新过，还没有发出")).toBeHidden();
  await expect(page.getByLabel("传言的表述")).toHaveValue(words);
  await page.getByRole("button", { name: "受理" }).click();
  await expect(page.getByRole("button", { name: "确认派单" })).toBeVisible();
  await expect(page.getByText(words).first()).toBeVisible();
});

test("deployed meanwhile, without scripts: the answer says what happened, and where the text is", async ({
  ask,
}) => {
  const request = await ask();
  for (const path of ["/report", "/check", "/track"]) {
    const field = path === "/track" ? "receipt" : "text";
    const fields = hiddenFieldsOf(await (await request.get(path)).text(), field);
    const former = Object.entries(fields).map(([name, value]): [string, string] => [
      name,
      value.replace(/"id":"[0-9a-f]+"/, `"id":"${"00".repeat(21)}"`),
    ]);
    expect(Object.fromEntries(former)).not.toEqual(fields);
    const answer = await request.post(path, {
      multipart: { ...Object.fromEntries(former), [field]: someWords() },
      headers: fromHere,
      maxRedirects: 0,
    });
    expect.soft(answer.status(), path).toBe(409);
    const words = await answer.text();
    expect.soft(words, path).toContain("网站刚刚更新过，还没有发出");
    expect.soft(words, path).toContain("Back button");
  }
});
