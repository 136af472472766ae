import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { untilKnown } from "./pages/citizen.ts";
import { expect, newPerson, platform, test } from "./pages/people.ts";

test.use({ javaScriptEnabled: false });

test("a reader asks, reads what is known, files the report, keeps the receipt and follows it", async ({
  page,
  request,
}) => {
  const wording = `白塔乡${newId().slice(-8)}号水井一夜之间变红`;
  await seedClaim({ status: "published", wording });
  await untilKnown(request, wording);
  await page.goto("/");
  await page.getByLabel("把你看到的消息粘贴到这里").fill(`${wording}，快转给家人`);
  await page.getByRole("button", { name: "查一查" }).click();
  await expect(page).toHaveURL(/\/check$/);
  await expect(page.getByRole("heading", { name: /这条消息已经核查过|查到相近的消息/ })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(wording) })).toBeVisible();

  await page.getByText("这些都不是？提交给我们核实").click();
  await expect(page.getByLabel("消息原文")).toHaveValue(`${wording}，快转给家人`);
  await page.getByLabel("在哪里看到的").selectOption({ label: "微信" });
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { name: "已收到，谢谢你来问" })).toBeVisible();
  const receipt = await page.getByText(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/).textContent();
  await page.getByRole("button", { name: "我已保存" }).click();
  await expect(page.getByRole("heading", { name: "线索已收到" })).toBeVisible();
  await expect(page.getByText(receipt ?? "")).toBeHidden();

  await page.goto("/track");
  await page.getByLabel("查询码").fill((receipt ?? "").toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "查询", exact: true }).click();
  await expect(page.getByRole("heading", { name: "现在的状态" })).toBeVisible();
  await page.getByText("你提交的内容").click();
  await expect(page.getByRole("blockquote")).toContainText(wording);
  await page.getByRole("button", { name: "清除并查询另一个" }).click();
  await expect(page.getByLabel("查询码")).toHaveValue("");
});

test("between the form and sending stands what is known: it answers, and nothing is filed", async ({
  page,
  request,
}) => {
  const wording = `青龙乡${newId().slice(-8)}号水库昨天夜里决口`;
  const { id, debunk } = await seedClaim({ status: "published", wording });
  await untilKnown(request, wording);
  await page.goto("/report");
  await page.getByLabel("消息原文").fill(wording);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { name: "提交以前，先看看这些是不是你想问的" })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(wording.slice(0, 6)) }).first()).toBeVisible();
  await page.getByRole("button", { name: "这就是我想问的" }).first().click();
  await expect(page.getByRole("heading", { name: "谢谢你来问" })).toBeVisible();
  await expect(page.getByRole("link", { name: "看核查全文" })).toHaveAttribute(
    "href",
    `/debunks/${debunk?.slug}`,
  );
  await expect(page.getByRole("link", { name: "有更正时告诉我" })).toHaveAttribute("href", `/follow/${id}`);
  expect(await db.asking.count({ where: { claimId: id } })).toBe(1);
  // The report that the demo itself made of it says more.
  expect(await db.report.count({ where: { text: wording } })).toBe(0);
});

test("between the form and sending: none of these, and everything that was filled in is sent", async ({
  page,
  request,
}) => {
  const wording = `白马乡${newId().slice(-8)}号吊桥昨天夜里断裂`;
  await seedClaim({ status: "verifying", wording });
  await untilKnown(request, wording);
  await page.goto("/en/report");
  await page.getByLabel("The message").fill(wording);
  await page.getByLabel("Links").fill("https://example.org/post");
  await page.getByLabel("Which place is it about?").selectOption("510600");
  await page.getByLabel("Anything to add").fill("a note");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("heading", { name: /Before you send it/ })).toBeVisible();
  await expect(page.getByText("Being verified").first()).toBeVisible();
  await expect(page.getByLabel("Links")).toHaveValue("https://example.org/post");
  expect(await db.report.count({ where: { text: wording } })).toBe(0);
  await page.getByRole("button", { name: "None of these: send my report" }).click();
  await expect(page.getByRole("heading", { name: /We have your report/ })).toBeVisible();
  expect(await db.report.findFirst({ where: { text: wording } })).toMatchObject({
    urls: ["https://example.org/post"],
    divisionCode: "510600",
    note: "a note",
  });
});

test("other words than those that were looked up are looked up again", async ({ page, request }) => {
  const [first, second] = ["黄土乡", "红土乡"].map(
    (place) => `${place}${newId().slice(-8)}号粮仓昨天夜里起火`,
  );
  for (const wording of [first, second]) {
    await seedClaim({ status: "published", wording });
    await untilKnown(request, wording ?? "");
  }
  const step = page.getByRole("heading", { name: "提交以前，先看看这些是不是你想问的" });
  await page.goto("/report");
  await page.getByLabel("消息原文").fill(first ?? "");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("link", { name: new RegExp(first?.slice(0, 6) ?? "") }).first()).toBeVisible();
  await page.getByLabel("消息原文").fill(second ?? "");
  await page.getByRole("button", { name: "都不是，提交我的线索" }).click();
  await expect(step).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(second?.slice(0, 6) ?? "") }).first()).toBeVisible();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { name: "已收到，谢谢你来问" })).toBeVisible();
});

test("a report that cannot be taken comes back with everything in it and says what is wrong", async ({
  page,
}) => {
  await page.goto("/report");
  await page.getByLabel("消息原文").fill("查询码 ABCD-EFGH-JKMN-PQRS-TVWX-YZ01 在这里");
  await page.getByLabel("链接").fill("不是网址");
  await page.getByLabel("在哪里看到的").selectOption({ label: "抖音" });
  await page.getByLabel("说的是什么地方").selectOption("510700");
  await page.getByLabel("邮箱或电话").fill("name@");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  const summary = page.getByRole("alert");
  await expect(summary.getByRole("link", { name: /这里面有查询码/ })).toBeVisible();
  await expect(summary.getByRole("link", { name: /不是完整的网址/ })).toBeVisible();
  await expect(summary.getByRole("link", { name: /邮箱地址不完整/ })).toBeVisible();
  await expect(page.getByLabel("消息原文")).toHaveValue(/ABCD-EFGH/);
  await expect(page.getByLabel("链接")).toHaveValue("不是网址");
  await expect(page.getByLabel("在哪里看到的")).toHaveValue("douyin");
  await expect(page.getByLabel("说的是什么地方")).toHaveValue("510700");
  await expect(page.getByLabel("邮箱或电话")).toHaveValue("name@");

  await page.getByLabel("消息原文").fill(`可以核实的一句话 ${newId().slice(-8)}`);
  await page.getByLabel("链接").fill("");
  await page.getByLabel("邮箱或电话").fill("");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { name: "已收到，谢谢你来问" })).toBeVisible();
});

test("the list of checks can be narrowed, and says when nothing is left", async ({ page }) => {
  await seedClaim({ status: "published", verdict: "fabricated", topicId: "health" });
  await page.goto("/debunks");
  await page.getByText("按条件筛选").click();
  await page.getByLabel("结论").selectOption({ label: "摆拍或合成" });
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  await expect(page).toHaveURL(/verdict=fabricated/);
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows.first()).toBeVisible();
  for (const row of await rows.all()) await expect(row).toContainText("摆拍或合成");
  await page.getByLabel("从哪天起").fill("2001-01-01");
  await page.getByLabel("到哪天止").fill("2001-01-02");
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  await expect(page.getByRole("heading", { name: "没有符合条件的核查" })).toBeVisible();
  await page.getByRole("link", { name: "清除条件" }).click();
  await expect(page).toHaveURL(/\/debunks$/);
});

test("a corrected notice is readable with its verdict, evidence, versions and what was changed", async ({
  page,
}) => {
  const { debunk } = await seedClaim({ status: "corrected", verdict: "misleading" });
  await page.goto(`/debunks/${debunk?.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("经核查");
  await expect(page.getByText("误导", { exact: true })).toBeVisible();
  await expect(page.getByText("本文已勘误")).toBeVisible();
  for (const name of ["网上怎么说", "我们查到什么", "我们怎么知道的", "你可以怎么做"]) {
    await expect(page.getByRole("heading", { name })).toBeVisible();
  }
  await page.getByRole("link", { name: "查看改了什么" }).click();
  await expect(page).toHaveURL(/\/versions\/2$/);
  await expect(page.getByRole("heading", { name: /与第 1 版相比的改动/ })).toBeVisible();
});

test("the language can be changed on the page where one is", async ({ page }) => {
  await page.goto("/methodology");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/methodology$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1, name: "How we check" })).toBeVisible();
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page).toHaveURL(/4810\/methodology$|[^n]\/methodology$/);
  await expect(page.getByRole("heading", { level: 1, name: "核查方法" })).toBeVisible();
});

test.describe("where scripts come late", () => {
  test.use({ javaScriptEnabled: true });

  test("what was typed before they were there stays when they are", async ({ visit }) => {
    const claim = await seedClaim({ wording: `脚本来迟 ${newId().slice(-8)}` });
    const page = await visit(await newPerson(platform, "moderator"));
    const { promise: loaded, resolve: load } = Promise.withResolvers<void>();
    await page.route(/\.js(\?|$)/, async (route) => {
      await loaded;
      await route.continue();
    });
    await page.goto(`/desk/claims/${claim.id}`, { waitUntil: "commit" });
    const wording = page.getByLabel("传言的表述");
    await wording.fill("早早写下的一句话");
    load();
    // React marks what it has taken up, and by then has set what it knows of.
    const isTakenUp = () =>
      wording.evaluate((area) => Object.keys(area).some((key) => key.startsWith("__reactProps")));
    await expect.poll(isTakenUp).toBe(true);
    await expect(wording).toHaveValue("早早写下的一句话");
    await page.getByLabel("领域", { exact: true }).selectOption("health");
    await page.getByRole("button", { name: "受理" }).click();
    await expect(page.getByRole("button", { name: "确认派单" })).toBeVisible();
    const saved = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    expect(saved).toMatchObject({ status: "triaged", wording: "早早写下的一句话" });
  });
});
