import type { Page, Route } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { sendReport, untilKnown } from "./pages/citizen.ts";
import { expect, openReady, test } from "./pages/people.ts";

/** A message as it is forwarded, of which the demo has a notice. */
const forwarded = "🚨🚨緊急通知🚨\n三星堆挖出外星文物，考古現場已被封鎖不讓看！！\n轉發給更多人👽🙏";
const noticeName = /三星堆挖出外星文物/;
const box = (page: Page) => page.getByLabel("把你看到的消息粘贴到这里");
const answer = (page: Page) => page.getByRole("region", { name: "这条消息已经核查过" });
const received = (page: Page) => page.getByRole("heading", { name: "已收到，谢谢你来问" });
const send = (page: Page) => page.getByRole("button", { name: "提交", exact: true }).click();

const theNotice = () =>
  db.debunk.findFirstOrThrow({
    where: { title: { contains: "三星堆" } },
    select: { claimId: true, slug: true },
  });
const askings = (claimId: string) => db.asking.count({ where: { claimId } });
const reportsWith = (words: string) => db.report.findMany({ where: { text: { contains: words } } });

/** Answers matching in the place of the server, or does not. */
const matching = (page: Page, answers: (route: Route) => Promise<unknown>) =>
  page.route("**/api/v1/match", answers);

test("who pastes a forwarded message is answered while the cursor stays in the box, counted, and files nothing", async ({
  page,
}) => {
  const { claimId, slug } = await theNotice();
  const before = await askings(claimId);
  await openReady(page, "/");
  const text = `${forwarded}（${newId().slice(-8)}）`;
  await box(page).fill(text);
  await expect(answer(page)).toBeVisible();
  await expect(box(page)).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: /^查到 \d 条，第一条：.*三星堆/ })).toBeAttached();

  const first = answer(page).getByRole("listitem").first();
  await expect(first).toContainText("同一传言");
  await expect(first).toContainText("不实");
  await expect(first.getByRole("link", { name: noticeName })).toHaveAttribute("href", `/debunks/${slug}`);
  await expect(first.locator("h3 mark").first()).toContainText("三星堆");
  await expect(first.locator("p mark").first()).toContainText("三星堆挖出外星文物");
  await first.getByRole("button", { name: "这就是我想问的" }).click();
  await expect(page.getByRole("heading", { name: "谢谢你来问" })).toBeFocused();
  await expect(page.getByRole("link", { name: "看核查全文" })).toHaveAttribute("href", `/debunks/${slug}`);
  await expect(page.getByRole("link", { name: "有更正时告诉我" })).toHaveAttribute(
    "href",
    `/follow/${claimId}`,
  );
  // Another journey may ask about the same at the same time; that it counts once is seen where a claim is asked about alone.
  expect(await askings(claimId)).toBeGreaterThan(before);
  expect(await reportsWith(text.slice(-38))).toEqual([]);
});

test("an answer that is not meant leads to the report form with everything in it, and is not shown there again", async ({
  page,
}) => {
  const text = `${forwarded}\n（${newId().slice(-8)}）`;
  await openReady(page, "/");
  await box(page).fill(text);
  await answer(page).getByRole("link", { name: "不是这条" }).first().click();
  await expect(page).toHaveURL(/\/report$/);
  await expect(page.getByLabel("消息原文")).toHaveValue(text);
  await expect(page.getByRole("status").filter({ hasText: /查到/ })).toBeAttached();
  await expect(page.getByRole("link", { name: noticeName })).toHaveCount(0);
  await page.getByLabel("还想补充的").fill("群里转的，问的不是三星堆");
  await send(page);
  await expect(received(page)).toBeVisible();
  expect(await reportsWith(text.slice(-20))).toMatchObject([{ note: "群里转的，问的不是三星堆" }]);
});

test("a picture shown to the box is read, answered, and goes along to the report form", async ({ page }) => {
  await page.setContent(
    "<p style='font: 40px sans-serif; margin: 40px'>三星堆挖出外星文物<br>考古现场已被封锁不让看</p>",
  );
  const buffer = await page.screenshot();
  await openReady(page, "/");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "chat.png", mimeType: "image/png", buffer });
  await expect(box(page)).toHaveValue(/三星堆/);
  await expect(answer(page).getByRole("link", { name: noticeName }).first()).toBeVisible();
  const words = `看到的截图 ${newId().slice(-8)}`;
  await box(page).fill(words);
  await page.getByRole("link", { name: "提交给我们核实" }).click();
  await expect(page.getByText("刚才上传的 1 个文件会一起提交。")).toBeVisible();
  await expect(page.getByRole("link", { name: noticeName })).toBeVisible();
  await send(page);
  await expect(received(page)).toBeVisible();
  expect(await reportsWith(words)).toMatchObject([{ uploadCount: 1 }]);
});

test("the report form answers as well; what is not meant goes, and the rest is at hand", async ({ page }) => {
  await openReady(page, "/report");
  await page.getByLabel("消息原文").fill(forwarded);
  await answer(page).getByRole("button", { name: "不是这条" }).first().click();
  await expect(page.getByText("好的，这条不再显示。可以接着填写并提交。")).toBeFocused();
  await expect(page.getByRole("link", { name: noticeName })).toHaveCount(0);
  await expect(page.getByLabel("消息原文")).toHaveValue(forwarded);
});

test("who sends before an answer was shown sees it first, with everything kept", async ({ page }) => {
  await matching(page, () => new Promise(() => {}));
  const words = `${forwarded}（${newId().slice(-8)}）`;
  await openReady(page, "/report");
  await page.getByLabel("消息原文").fill(words);
  await page.getByLabel("说的是什么地方").selectOption("510600");
  await send(page);
  await expect(page.getByRole("heading", { name: "提交以前，先看看这些是不是你想问的" })).toBeFocused();
  expect(await reportsWith(words)).toEqual([]);
  await expect(page.getByLabel("说的是什么地方")).toHaveValue("510600");
  await page.getByRole("button", { name: "都不是，提交我的线索" }).click();
  await expect(received(page)).toBeVisible();
  expect(await reportsWith(words)).toMatchObject([{ divisionCode: "510600" }]);
});

for (const [name, answers] of [
  ["cut off", (route: Route) => route.abort()],
  [
    "broken",
    (route: Route) => route.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" }),
  ],
  ["not what was agreed", (route: Route) => route.fulfill({ body: "<html>" })],
  ["slow", (_: Route) => new Promise<void>(() => {})],
] as const) {
  test(`matching that is ${name} keeps nobody from filing`, async ({ page }) => {
    await matching(page, answers);
    const words = `${forwarded}（${newId().slice(-8)}）`;
    await openReady(page, "/");
    await box(page).fill(words);
    await expect(page.getByText("暂时查不了，可以直接提交")).toBeVisible();
    await page.getByRole("link", { name: "提交给我们核实" }).click();
    await expect(page.getByLabel("消息原文")).toHaveValue(words);
    await expect(page.getByText("暂时查不了，可以直接提交")).toBeVisible();
    await send(page);
    await expect(received(page)).toBeVisible();
    expect(await reportsWith(words)).toHaveLength(1);
  });
}

test("the question before is dropped, and too little is not asked", async ({ page }) => {
  const asked: string[] = [];
  const match = (title: string) => ({
    kind: "claim",
    id: newId(),
    claim: title,
    title,
    state: "triaged",
    score: 0.5,
    level: "similar",
    why: [],
  });
  const former = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  await page.clock.install();
  await matching(page, async (route) => {
    const { text } = route.request().postDataJSON();
    asked.push(text);
    if (text.includes("从前")) await former.promise;
    await route.fulfill({ json: { matches: [match(`关于${text}`)], answered: false } }).catch(() => {});
    if (text.includes("从前")) answered.resolve();
  });
  await openReady(page, "/");
  await box(page).fill("短短");
  await page.clock.runFor(500);
  await box(page).fill("从前问的事");
  await expect.poll(() => asked).toEqual(["从前问的事"]);
  await box(page).fill("现在问的事");
  await expect(page.getByRole("heading", { name: "关于现在问的事" })).toBeVisible();
  former.resolve();
  await answered.promise;
  await expect(page.getByRole("heading", { name: "关于现在问的事" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "关于从前问的事" })).toHaveCount(0);
  await box(page).fill("");
  await expect(page.getByRole("heading", { name: "关于现在问的事" })).toHaveCount(0);
});

test("words that are being composed are not asked until they stand", async ({ page }) => {
  const asked: string[] = [];
  await matching(page, async (route) => {
    asked.push(route.request().postDataJSON().text);
    await route.fulfill({ json: { matches: [], answered: false } });
  });
  await page.clock.install();
  await openReady(page, "/");
  // The scripts come with the first words: from now on they are there.
  await box(page).fill("先问的一句话");
  await page.clock.runFor(600);
  await expect.poll(() => asked.splice(0)).toEqual(["先问的一句话"]);
  await box(page).fill("");
  const client = await page.context().newCDPSession(page);
  for (const text of ["s", "san x", "san xing dui wa"])
    await client.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await page.clock.runFor(600);
  expect(asked).toEqual([]);
  // Between the end of composing and the words themselves no time passes, however busy the machine.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  await client.send("Input.insertText", { text: "三星堆挖出文物" });
  await expect(box(page)).toHaveValue("三星堆挖出文物");
  await page.clock.runFor(600);
  await expect.poll(() => asked).toEqual(["三星堆挖出文物"]);
});

test("what is typed while the answer is awaited stays", async ({ page }) => {
  await openReady(page, "/report");
  await page.getByLabel("消息原文").fill(`还没有写完的 ${newId().slice(-8)}`);
  await page.getByLabel("链接").fill("不是网址");
  await page.getByLabel("在哪里看到的").selectOption("douyin");
  const typed = Promise.withResolvers<void>();
  await page.route("**/report", async (route) => {
    await typed.promise;
    await route.continue();
  });
  await send(page);
  await page.getByLabel("还想补充的").fill("等的时候写的");
  await page.getByLabel("消息原文").fill("等的时候改了的");
  await page.getByLabel("在哪里看到的").selectOption("weibo");
  typed.resolve();
  await expect(page.getByRole("alert").getByText("有一行不是完整的网址")).toBeVisible();
  await expect(page.getByLabel("还想补充的")).toHaveValue("等的时候写的");
  await expect(page.getByLabel("消息原文")).toHaveValue("等的时候改了的");
  await expect(page.getByLabel("在哪里看到的")).toHaveValue("weibo");
});

test("what was closed as an opinion is answered with the decision when it is asked again, and a report of it is told the same", async ({
  page,
  request,
}) => {
  const wording = `清溪镇${newId().slice(-8)}号茶馆的盖碗茶比城里的好喝十倍`;
  const { id } = await seedClaim({ status: "opinion", wording, closing: { note: "只写给第一位来问的人。" } });
  await untilKnown(request, wording);
  await openReady(page, "/");
  await box(page).fill(wording);
  const decided = page.getByRole("region", { name: "这条我们看过" });
  await expect(decided).toContainText("没有可以核对的事实");
  await expect(decided).not.toContainText("只写给第一位来问的人");
  await decided.getByRole("button", { name: "这就是我想问的" }).click();
  await expect(page.getByRole("heading", { name: "谢谢你来问" })).toBeFocused();
  await expect(page.getByRole("link", { name: "有结论时告诉我" })).toBeHidden();
  expect(await askings(id)).toBe(1);

  await openReady(page, "/report");
  await page.getByLabel("消息原文").fill(wording);
  await sendReport(page);
  await expect
    .poll(() => db.claim.findUniqueOrThrow({ where: { id }, select: { status: true, reportCount: true } }))
    .toEqual({ status: "opinion", reportCount: 2 });
});

test("what stands in the box survives a reload and the way back, with the files that were sent, until it is answered", async ({
  page,
}) => {
  await page.setContent("<p style='font: 40px sans-serif; margin: 40px'>明天全城停水</p>");
  const buffer = await page.screenshot();
  await openReady(page, "/");
  await box(page).fill(forwarded);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "chat.png", mimeType: "image/png", buffer });
  await expect(page.locator("input[name=uploadIds]")).toHaveCount(1);
  const id = await page.locator("input[name=uploadIds]").inputValue();
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain(id);
  await page.reload();
  await expect(box(page)).toHaveValue(forwarded);
  await expect(page.getByText("已附上 1 个文件")).toBeVisible();
  await expect(answer(page)).toBeVisible();
  await answer(page).getByRole("link", { name: noticeName }).first().click();
  await expect(page).toHaveURL(/\/debunks\//);
  await page.goBack();
  await expect(box(page)).toHaveValue(forwarded);
  await expect(page.locator("input[name=uploadIds]")).toHaveCount(1);
  await answer(page).getByRole("button", { name: "这就是我想问的" }).first().click();
  await expect(page.getByRole("heading", { name: "谢谢你来问" })).toBeFocused();
  await page.reload();
  await expect(box(page)).toHaveValue("");
  await expect(page.getByText("已附上 1 个文件")).toHaveCount(0);
});
