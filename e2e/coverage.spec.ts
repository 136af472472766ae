import type { Page } from "@playwright/test";
import { accountOf, expect } from "./fixtures.ts";
import { test } from "./own-server.ts";
import { checkEveryLook, checkPage } from "./pages/axe.ts";
import { approve } from "./pages/desk.ts";

const member = "outlet-cover-news";
const path = "/page/coverage";

/** The card of a notice among what was published for a member. */
const cardOf = (page: Page, slug: string) =>
  page.getByRole("article").filter({ has: page.locator(`a[href="/debunks/${slug}"]`) });

test("the desk sees who carries a notice and who does not, has the silent reminded once, and calls an older version back", async ({
  server,
  browser,
  request,
  signInAs,
}) => {
  test.slow();
  const { seedClaim } = await import("#seed/claims");
  const { db } = await import("#lib/platform/db");
  const { pageWith, publishNewer } = await import("#lib/distribution/testing/pages");
  const receiver = server.takeReceiver();
  const url = `http://${receiver.host}${path}`;
  let html = "<h1>还没有转载</h1>";
  receiver.replies.set(
    path,
    (response) => void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html),
  );
  const editor = await signInAs("duty-editor");
  const writer = await signInAs("coordinator", member);

  const { slug, id, title } = await test.step("a notice is published", async () => {
    const claim = await seedClaim({ status: "review-3" });
    await approve(editor, claim.story.wording);
    await editor.getByRole("button", { name: "发布", exact: true }).click();
    await expect(editor.getByRole("link", { name: "看公开页面" }).first()).toBeVisible();
    const notice = await db.debunk.findUniqueOrThrow({ where: { claimId: claim.id } });
    const laid = () => db.delivery.count({ where: { version: { debunkId: notice.id } } });
    await expect.poll(laid, { timeout: 30_000 }).toBeGreaterThan(280);
    return notice;
  });
  const card = cardOf(writer, slug);
  const tell = async (address: string) => {
    await card.getByLabel("转载后的网址").fill(address);
    await card.getByRole("button", { name: "登记转载" }).click();
  };

  await test.step("a member names the page where it republished it; what cannot be one is refused in words", async () => {
    await writer.goto("/desk/deliveries");
    await card.getByText("已经转载？填写网址").click();
    await tell("http://192.168.1.8/news");
    await expect(card.getByText("请填写互联网上能打开的网址").first()).toBeVisible();
    await tell(`${server.address}/debunks/${slug}`);
    await expect(card.getByText("请填写互联网上能打开的网址").first()).toBeVisible();
    await tell("https://www.baidu.com/s?wd=abc");
    await expect(card.getByText("这不是一篇文章的网址")).toBeVisible();
    await expect(card.getByLabel("转载后的网址")).toHaveValue("https://www.baidu.com/s?wd=abc");
    await checkPage(writer, "a page that was refused");
  });

  await test.step("the page is opened: the notice is not on it yet, and then it is", async () => {
    await tell(url);
    await expect(card.getByText("已登记，马上打开网页查看。")).toBeVisible();
    await expect(async () => {
      await writer.reload();
      await expect(card.getByText("没有找到这条核查")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await checkPage(writer, "a page without the notice");
    html = await pageWith(id, 1);
    await card.getByRole("button", { name: "再看一次" }).click();
    await expect(async () => {
      await writer.goto("/desk/deliveries?state=all");
      await expect(card.getByText("是最新一版")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await checkEveryLook(writer, "where a member republished a notice");
  });

  await test.step("readers see that a member carries it", async () => {
    await expect(async () => {
      expect(await (await request.get(`/debunks/${slug}`)).text()).toContain("1 家成员单位");
    }).toPass({ timeout: 30_000 });
  });

  await test.step("the desk opens the figure, and sees its rows: the member, the page, and how it came", async () => {
    await editor.goto("/desk/coverage");
    await editor.getByRole("link", { name: `${title}：已转载，1 家` }).click();
    await expect(editor.getByRole("heading", { level: 1 })).toHaveText(title);
    const row = editor.getByRole("article").filter({ hasText: "封面新闻" });
    await expect(row).toContainText("第 1 版");
    await expect(row.getByRole("link", { name: url })).toBeVisible();
    await expect(editor.getByRole("article")).toHaveCount(1);
    await checkEveryLook(editor, "who republished a notice");
    await editor.emulateMedia({ colorScheme: "light" });
    await editor.evaluate(() => localStorage.clear());
  });

  await test.step("a tile opens the members of its place, without scripts as well", async () => {
    const context = await browser.newContext({
      storageState: await editor.context().storageState(),
      javaScriptEnabled: false,
      baseURL: server.address,
    });
    const page = await context.newPage();
    await page.goto(`/desk/coverage/${slug}?state=silent`);
    const tile = page.getByRole("link", { name: /^阿坝州：没有动静/ });
    const [, count] = /没有动静 (\d+) 家/.exec((await tile.getAttribute("aria-label")) ?? "") ?? [];
    await tile.click();
    await expect(page.getByRole("article")).toHaveCount(Number(count));
    await page.getByRole("link", { name: /没有动静的单位/ }).count();
    await page.goto("/desk/coverage?view=silent");
    const silent = page.getByRole("link", { name: /^阿坝州：\d+ 家没有动静/ });
    const [, all] = /(\d+) 家/.exec((await silent.getAttribute("aria-label")) ?? "") ?? [];
    await silent.click();
    await expect(page.getByRole("article")).toHaveCount(Number(all));
    await context.close();
  });

  await test.step("the silent are reminded now, by one letter each, and not twice a day", async () => {
    const silent = accountOf("coordinator", "dept-health", 0, `${server.dataDir}`).email;
    await editor.goto(`/desk/coverage/${slug}?state=silent`);
    await checkPage(editor, "who is silent about a notice");
    await editor.getByRole("button", { name: "提醒没有动静的单位" }).click();
    await expect(editor.getByText(/已发出 \d+ 封提醒/)).toBeVisible();
    await expect.poll(async () => (await server.letters(silent)).length, { timeout: 30_000 }).toBe(1);
    const [letter] = await server.letters(silent);
    expect(letter?.text).toContain(title);
    expect(letter?.text).toContain("/desk/deliveries");
    await editor.getByRole("button", { name: "提醒没有动静的单位" }).click();
    await expect(editor.getByText("今天都已经提醒过")).toBeVisible();
    expect(await server.letters(silent)).toHaveLength(1);
  });

  await test.step("a correction: the page is opened again, and still shows the older version", async () => {
    await publishNewer(id);
    const { wakeLookers } = await import("#lib/distribution/queue");
    await wakeLookers();
    await expect(async () => {
      await editor.goto("/desk/coverage?view=older");
      await expect(editor.getByRole("link", { name: url })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await checkPage(editor, "pages that show an older version");
    await editor.goto(`/desk/coverage/${slug}?state=older`);
    await editor.getByRole("button", { name: "通知替换旧版本" }).click();
    await expect(editor.getByText(/已发出 1 封提醒/)).toBeVisible();
    await expect(editor.getByText("上次通知替换")).toBeVisible();
    const { email } = accountOf("coordinator", member, 0, server.dataDir);
    await expect
      .poll(async () => (await server.letters(email)).at(-1)?.text, { timeout: 30_000 })
      .toContain(url);
    await writer.goto("/desk/deliveries?state=all");
    await expect(card.first().getByText("还是第 1 版，请换成第 2 版")).toBeVisible();
  });

  await test.step("it is replaced, and then found to have been told wrongly: it is taken back and counts no more", async () => {
    html = await pageWith(id, 2);
    await card.first().getByRole("button", { name: "再看一次" }).click();
    await expect(async () => {
      await writer.reload();
      await expect(card.first().getByText("是最新一版")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await editor.goto(`/desk/coverage/${slug}?state=older`);
    await expect(editor.getByText("没有这样的单位")).toBeVisible();
    await card.first().getByText("撤销登记", { exact: true }).first().click();
    await card.first().getByRole("button", { name: "撤销登记" }).click();
    await expect(card.first().getByText("已撤销")).toBeVisible();
    await editor.goto(`/desk/coverage/${slug}?state=republished`);
    await expect(editor.getByText("没有这样的单位")).toBeVisible();
  });
});
