import { claimStatuses } from "#lib/claims/status";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { checkEveryLook, checkPage, look, unfold } from "./pages/axe.ts";
import { fileReport, track, untilKnown } from "./pages/citizen.ts";
import { expect, test } from "./pages/people.ts";

test.describe("what readers see", () => {
  const everyLook = ["/", "/debunks", "/report"];
  for (const path of everyLook)
    test(`${path} in every look`, ({ page }) => look(page, path, 200, checkEveryLook));

  const others = [
    "/check",
    "/track",
    "/corrections",
    "/methodology",
    "/members",
    "/about",
    "/privacy",
    "/report/done",
  ];
  test("the other pages", async ({ page }) => {
    for (const path of others) await look(page, path);
  });

  test("the pages in English", async ({ page }) => {
    for (const path of ["", "/debunks", "/report", ...others]) await look(page, `/en${path}`);
  });

  test("an address that leads nowhere, and lists that cannot be or are empty", async ({ page }) => {
    await look(page, "/nowhere", 404);
    await look(page, "/en/debunks/nowhere", 404);
    await look(page, "/debunks?topic=nowhere", 404);
    await look(page, "/debunks?verdict=false");
    await look(page, `/debunks?q=${encodeURIComponent("地铁")}`);
    await look(page, "/debunks?q=qqzzxx");
    await look(page, "/debunks?from=2001-01-01&to=2001-01-02");
  });

  test("the box, with an answer, without one, empty and in trouble", async ({ page, request }) => {
    const wording = `青石乡${newId().slice(-8)}号桥昨天被水冲走`;
    await seedClaim({ status: "published", wording });
    await page.goto("/check");
    await page.getByRole("button", { name: "查一查" }).click();
    await expect(page.getByRole("link", { name: "请先粘贴一段文字" })).toBeVisible();
    await checkPage(page, "the box, sent empty");
    await untilKnown(request, wording);
    await page.getByLabel("把你看到的消息粘贴到这里").fill(wording);
    await page.getByRole("button", { name: "查一查" }).click();
    await expect(page.getByRole("heading", { name: "这条消息已经核查过" })).toBeFocused();
    await checkEveryLook(page, "the box, with an answer");
    await page.getByRole("button", { name: "这就是我想问的" }).first().click();
    await expect(page.getByRole("heading", { name: "谢谢你来问" })).toBeVisible();
    await checkEveryLook(page, "the box, who asked was counted");
    await page.getByLabel("把你看到的消息粘贴到这里").fill("qzxv wkjh");
    await page.getByRole("button", { name: "查一查" }).click();
    await expect(page.getByRole("heading", { name: "还没有查到相关的核查" })).toBeFocused();
    await checkPage(page, "the box, without an answer");
    await page.route("**/api/v1/match", (route) => route.abort());
    await page.getByLabel("把你看到的消息粘贴到这里").fill("查不了的时候");
    await expect(page.getByText("暂时查不了，可以直接提交")).toBeVisible();
    await checkPage(page, "the box, matching down");
  });

  test("the report form with what is known, and the step between it and sending", async ({
    page,
    request,
  }) => {
    const wording = `白石乡${newId().slice(-8)}号隧道昨天夜里塌方`;
    await seedClaim({ status: "verifying", wording });
    await untilKnown(request, wording);
    await page.goto("/report", { waitUntil: "networkidle" });
    await page.getByLabel("消息原文").fill(wording);
    await expect(page.getByRole("heading", { name: "已有人问过，正在核实" })).toBeVisible();
    await checkEveryLook(page, "the report form, with what is known");
    await page.getByRole("button", { name: "不是这条" }).first().click();
    await expect(page.getByText("好的，这条不再显示")).toBeFocused();
    await checkPage(page, "the report form, not this one");
    await page.evaluate(() => localStorage.clear());
    await page.route("**/api/v1/match", (route) => route.abort());
    await page.goto("/en/report", { waitUntil: "networkidle" });
    await page.getByLabel("The message").fill(wording);
    await expect(page.getByText("You can send it to us anyway")).toBeVisible();
    await checkPage(page, "the report form, matching down");
  });

  test("the step between the report form and sending", async ({ browser, request }) => {
    const wording = `黑石乡${newId().slice(-8)}号水坝昨天夜里垮塌`;
    await seedClaim({ status: "published", wording });
    await untilKnown(request, wording);
    // axe is a script itself: the page is drawn without scripts and looked at with them.
    const context = await browser.newContext({ locale: "zh-CN" });
    const page = await context.newPage();
    await page.route("**/*.js*", (route) => route.abort());
    await page.goto("/report");
    await page.getByLabel("消息原文").fill(wording);
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(page.getByRole("heading", { name: "提交以前，先看看这些是不是你想问的" })).toBeVisible();
    await checkEveryLook(page, "the step before sending");
    await page.getByRole("button", { name: "这就是我想问的" }).first().click();
    await expect(page.getByRole("heading", { name: "谢谢你来问" })).toBeVisible();
    await checkPage(page, "the step before sending, who asked was counted");
    await context.close();
  });

  test("the report form with errors, then the receipt", async ({ page }) => {
    await page.goto("/report");
    await page.getByLabel("链接").fill("不是网址");
    await page.getByLabel("邮箱或电话").fill("name@");
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(page.getByRole("alert").getByRole("link").first()).toBeVisible();
    await checkEveryLook(page, "a report with errors");
    await page.goto("/track");
    await page.getByLabel("查询码").fill("0000-0000-0000-0000-0000-0000");
    await page.getByRole("button", { name: "查询", exact: true }).click();
    await expect(page.getByRole("alert").getByRole("link")).toBeVisible();
    await checkPage(page, "a receipt that is not known");
    await page.evaluate(() => localStorage.clear());
    await fileReport(page, { text: `无障碍检查 ${newId().slice(-8)}` });
    await expect(page).toHaveTitle(/已收到/);
    await checkEveryLook(page, "a receipt");
  });

  test("the way of a report in every state", async ({ page }) => {
    for (const status of claimStatuses) {
      const claim = await seedClaim({ status, reports: 2 });
      await track(page, claim.reports[0]?.receipt ?? "");
      await checkPage(page, `tracking, ${status}`);
    }
    const waiting = await seedClaim({
      status: "verifying",
      side: { state: "waiting-evidence", reason: "等回函" },
    });
    await track(page, waiting.reports[0]?.receipt ?? "");
    await checkEveryLook(page, "tracking, waiting for evidence");
  });

  test("a conversation with the desk, and the ways to be told", async ({ page }) => {
    const { reports, crew, id } = await seedClaim({ status: "verifying" });
    const [report] = reports;
    const said = { reportId: report?.id ?? "", at: new Date() };
    await db.reportMessage.create({
      data: {
        ...said,
        id: newId(),
        author: "desk",
        text: "请问是哪一天看到的？",
        byUserId: crew.moderator.id,
      },
    });
    await track(page, report?.receipt ?? "");
    await unfold(page);
    await checkEveryLook(page, "tracking, with a question");
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate(() => localStorage.clear());
    await page.getByRole("button", { name: "发送" }).click();
    await expect(page.getByRole("alert").getByRole("link")).toBeVisible();
    await checkPage(page, "an answer with nothing in it");
    await page.getByLabel("你的回答").fill("昨天");
    await page.getByRole("button", { name: "发送" }).click();
    await expect(page.getByText("收到了，谢谢你。")).toBeVisible();
    await checkPage(page, "an answer that arrived");
    await look(page, `/follow/${id}`, 200, checkEveryLook);
    await look(page, `/en/follow/${(await seedClaim({ status: "published" })).id}`);
    await look(page, "/follow/confirm?token=nothing");
    await look(page, "/digest/confirm?token=nothing");
    await look(page, "/en/digest?token=nothing");
    await look(page, "/unsubscribe?token=nothing");
    await page.getByRole("button", { name: "退订并删去邮箱" }).click();
    await expect(page.getByRole("heading", { name: "链接不完整" })).toBeVisible();
    await checkPage(page, "unsubscribing with a broken link");
  });

  test("notices: published, corrected and retracted, and a version with its changes", async ({ page }) => {
    const change = { summary: "更正后的摘要与从前不同。" };
    const corrections = [{ kind: "correction", note: "更正结论。", change, after: 3_600_000 }] as const;
    const published = await seedClaim({ status: "published", verdict: "true" });
    const corrected = await seedClaim({ status: "corrected", verdict: "partly-true", corrections });
    const retracted = await seedClaim({ status: "retracted", verdict: "misleading" });
    await look(page, `/debunks/${corrected.debunk?.slug}`, 200, checkEveryLook);
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate(() => localStorage.clear());
    await look(page, `/debunks/${published.debunk?.slug}`);
    await look(page, `/debunks/${retracted.debunk?.slug}`);
    await look(page, `/en/debunks/${retracted.debunk?.slug}`);
    await look(page, `/debunks/${corrected.debunk?.slug}/versions/1`);
    await look(page, `/debunks/${corrected.debunk?.slug}/versions/2`);
    await look(page, `/en/debunks/${corrected.debunk?.slug}/versions/2`);
  });
});
