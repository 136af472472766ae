import type { Page } from "@playwright/test";
import { correct } from "#lib/distribution/testing/publish";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { expect, test } from "./fixtures.ts";
import { checkPage } from "./pages/axe.ts";
import { approve } from "./pages/desk.ts";
import { lettersTo } from "./pages/mailbox.ts";

const member = "outlet-cover-news";

const linkIn = (text: string | undefined, page: string): string => {
  const link = new RegExp(`http\\S+${page}\\?token=\\S+`).exec(text ?? "")?.[0] ?? "";
  return link.replace(/^https?:\/\/[^/]+/, "");
};

/** A reader of mail who has no scripts and is not signed in. */
async function readerOf(page: Page): Promise<Page> {
  const browser = page.context().browser();
  const context = await browser?.newContext({
    javaScriptEnabled: false,
    baseURL: new URL(page.url()).origin,
  });
  if (!context) throw new Error("there is no browser");
  return context.newPage();
}

test("a member without engineers is told by mail: the address is confirmed, letters come, one link answers them", async ({
  request,
  signInAs,
}) => {
  const email = `editors-${newId()}@example.org`;
  const coordinator = await signInAs("coordinator", member);
  await coordinator.goto("/desk");
  const reader = await readerOf(coordinator);

  await test.step("its coordinator asks for a digest; a wrong address is refused and kept", async () => {
    await coordinator.goto("/desk/endpoints");
    await coordinator.getByRole("link", { name: "新建邮件摘要" }).first().click();
    await coordinator.getByLabel("谁在收").fill("值班编辑");
    await coordinator.getByLabel("邮箱", { exact: true }).fill("editors@");
    await coordinator.getByRole("button", { name: "发确认信" }).click();
    await expect(coordinator.getByText("请填写完整的邮箱地址").first()).toBeVisible();
    await expect(coordinator.getByLabel("谁在收")).toHaveValue("值班编辑");
    await checkPage(coordinator, "a new digest");
    await coordinator.getByLabel("邮箱", { exact: true }).fill(email);
    await coordinator.getByLabel("每天几点发").selectOption("8");
    await coordinator.getByRole("button", { name: "发确认信" }).click();
    await expect(coordinator.getByText("确认信已发出")).toBeVisible();
    await coordinator.getByRole("link", { name: "查看这个邮件摘要" }).click();
    await expect(coordinator.getByText("等待收件人确认")).toBeVisible();
    await checkPage(coordinator, "a digest that nobody has confirmed");
  });
  const endpoint = new URL(coordinator.url()).pathname;

  await test.step("whoever reads it confirms; a look at the link does not", async () => {
    const [question] = await lettersTo(email);
    const link = linkIn(question?.text, "/digest/confirm");
    for (let look = 0; look < 2; look += 1) expect((await request.get(link)).status()).toBe(200);
    await coordinator.reload();
    await expect(coordinator.getByText("等待收件人确认")).toBeVisible();
    await reader.goto(link);
    await reader.getByRole("button", { name: "确认，请发到这里" }).click();
    await expect(reader.getByRole("heading", { name: "已经确认" })).toBeVisible();
    await coordinator.reload();
    await coordinator.getByRole("button", { name: "发测试邮件" }).click();
    await expect(coordinator.getByText("邮件服务器已收下")).toBeVisible();
    await lettersTo(email, 2);
    await checkPage(coordinator, "a digest");
  });

  const claim = await seedClaim({ status: "review-3", urgency: "P1" });
  const editor = await signInAs("duty-editor");
  const letter = await test.step("an urgent notice is published, and the letter is there", async () => {
    await approve(editor, claim.story.wording);
    await editor.getByRole("button", { name: "发布", exact: true }).click();
    await expect(editor.getByRole("link", { name: "看公开页面" }).first()).toBeVisible();
    return (await lettersTo(email, 3)).at(-1);
  });
  const { slug, id: debunkId } = await db.debunk.findFirstOrThrow({ where: { claimId: claim.id } });
  expect(letter?.text).toContain(`/debunks/${slug}`);
  const link = linkIn(letter?.text, "/digest");

  await test.step("its link confirms receipt without scripts and without signing in, once or twice alike", async () => {
    for (let look = 0; look < 2; look += 1) expect((await request.get(link)).status()).toBe(200);
    await coordinator.goto(endpoint);
    await expect(coordinator.getByText("还没有确认收到")).toBeVisible();
    await reader.goto(link);
    const other = await reader.context().newPage();
    await other.goto(link);
    await checkPage(coordinator, "a digest with a letter");
    for (const page of [reader, other]) {
      await page.getByRole("button", { name: "收到", exact: true }).click();
      await expect(page.getByRole("heading", { name: "已确认收到" })).toBeVisible();
      await expect(page.locator(`a[href$="/debunks/${slug}"]`)).toBeVisible();
    }
    await coordinator.reload();
    await expect(coordinator.getByText(/已确认收到/)).toBeVisible();
    await editor.goto("/desk/deliveries");
    const row = editor.getByRole("row").filter({ has: editor.locator(`a[href$="${slug}"]`) });
    await expect(row).toContainText("1");
    await coordinator.goto(`/desk/deliveries?state=all`);
    await expect(coordinator.getByText(/确认收到|已收到/).first()).toBeVisible();
  });

  await test.step("a correction overtakes, and the old link says so", async () => {
    await correct(debunkId);
    const correction = (await lettersTo(email, 4)).at(-1);
    expect(correction?.text).toContain("请替换先前转载的内容");
    await reader.goto(link);
    await expect(reader.getByText("已有第 2 版")).toBeVisible();
    await coordinator.goto("/en/desk/endpoints");
    await checkPage(coordinator, "the endpoints of a member, in English");
    await coordinator.goto(linkIn(correction?.text, "/digest"));
    await checkPage(coordinator, "a letter to answer");
  });

  await test.step("taken away, nothing is written to it, and its links say kindly that they have ended", async () => {
    await coordinator.goto(endpoint);
    await coordinator.getByText("删除这个推送地址").click();
    await coordinator.getByRole("button", { name: "立即删除" }).click();
    await expect(coordinator.getByText("推送地址已删除。")).toBeVisible();
    await reader.goto(link);
    await expect(reader.getByRole("heading", { name: "链接已经失效" })).toBeVisible();
    await reader.context().close();
  });
});
