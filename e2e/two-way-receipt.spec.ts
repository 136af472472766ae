import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { expect, test } from "./fixtures.ts";
import { fileReport, track } from "./pages/citizen.ts";
import { openFromQueue } from "./pages/desk.ts";
import { lettersTo } from "./pages/mailbox.ts";
import { sendForm } from "./pages/raw-form.ts";

const someone = () => `reader-${newId().slice(-12)}@example.org`;

/** Words that no other claim has, or the report would join it. */
const han = (count: number) =>
  Array.from({ length: count }, () => String.fromCharCode(0x4e00 + randomInt(0x3000))).join("");
const unlike = () => `${han(3)}村的${han(4)}昨晚把${han(4)}冲走了`;

const QUESTION = "请问是哪一天、在哪个群里看到的？";

test("a citizen answers the desk's question by the receipt alone, and is told by letter what there is", async ({
  page,
  signInAs,
  request,
}) => {
  const [words, email] = [unlike(), someone()];
  const receipt = await fileReport(page, { text: words, email });

  const moderator = await signInAs("moderator");
  await test.step("the desk asks on the page of the claim", async () => {
    await openFromQueue(moderator, words);
    await moderator.getByText("向提问者追问").click();
    await moderator.getByLabel("想了解什么").fill(QUESTION);
    await moderator.getByRole("button", { name: "发送追问" }).click();
    await expect(moderator.getByText("已追问，等回答")).toBeVisible();
    await expect(moderator.getByText("向提问者追问。").first()).toBeVisible();
  });

  const letter = await test.step("a letter says that there is a question, and no more", async () => {
    const [first] = await lettersTo(email);
    expect(first?.subject).toContain("我们有一个问题想请教你");
    for (const secret of [QUESTION, words, receipt])
      expect(`${first?.text}${first?.html}`).not.toContain(secret);
    return first;
  });

  await test.step("the citizen reads it and answers", async () => {
    await track(page, receipt);
    const talk = page.getByRole("region", { name: "我们有一个问题想请教你" });
    await expect(talk.getByText(QUESTION)).toBeVisible();
    await talk.getByLabel("你的回答").fill(`查询码是 ${receipt}`);
    await talk.getByRole("button", { name: "发送" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /这里面有查询码/ })).toBeVisible();
    await expect(page.getByLabel("你的回答")).toHaveValue(`查询码是 ${receipt}`);
    await page.getByLabel("你的回答").fill("前天，家长群，发的人电话 13800138000");
    await page.getByRole("button", { name: "发送" }).click();
    await expect(page.getByText("收到了，谢谢你。")).toBeVisible();
    const thread = page.getByRole("region", { name: "与平台的对话" }).getByRole("listitem");
    await expect(thread).toHaveText([/平台.*请问是哪一天/s, /你.*前天，家长群，发的人电话 〔电话已隐去〕/s]);
  });

  await test.step("the desk sees the answer", async () => {
    await moderator.reload();
    await expect(moderator.getByText("提问者补充了")).toBeVisible();
    await expect(moderator.getByText(/前天，家长群/)).toBeVisible();
    await expect(moderator.getByText("提问者作了补充。").first()).toBeVisible();
  });

  await test.step("the end is told by letter and on the page, where nothing can be added any more", async () => {
    // An hour later: what follows a letter at once waits for company.
    const report = await db.report.findFirstOrThrow({ where: { text: words } });
    const sentAt = new Date(Date.now() - 3_700_000);
    await db.notification.updateMany({ where: { recipientId: report.id }, data: { sentAt } });
    await closeAsOpinion(moderator);
    // What was decided can be undone for a while, and is told after it.
    const waiting = { recipientId: report.id, sentAt: null };
    await expect.poll(() => db.notification.count({ where: waiting })).toBe(1);
    await db.notification.updateMany({ where: waiting, data: { dueAt: new Date() } });
    const [, news] = await lettersTo(email, 2);
    expect(news?.text).toContain("这是一种观点");
    await track(page, receipt);
    await expect(page.getByText("已经办结，不能再补充。")).toBeVisible();
    await expect(page.getByRole("button", { name: "发送" })).toBeHidden();
  });

  await test.step("one click in the mail program ends it", async () => {
    const header = letter?.headers.get("list") as { unsubscribe?: { url?: string } } | undefined;
    const address = header?.unsubscribe?.url ?? "";
    expect((await request.get(address, { maxRedirects: 0 })).status()).toBe(303);
    expect(await db.reportContact.count({ where: { report: { text: words } } })).toBe(1);
    const answer = await request.post(address, { form: { "List-Unsubscribe": "One-Click" } });
    expect(answer.status()).toBe(204);
    expect(await db.reportContact.count({ where: { report: { text: words } } })).toBe(0);
  });
});

async function closeAsOpinion(page: Page): Promise<void> {
  await page.getByText("不核查，答复并关闭").click();
  await page.getByRole("radio", { name: "属于观点，不作核查" }).check();
  await page.getByRole("button", { name: "答复并关闭" }).click();
  await expect(page.getByRole("button", { name: "撤销，回到处理中" })).toBeVisible();
}

test("the picture of a receipt opens its report, also where another one was shown, and leaves no trace", async ({
  page,
  context,
}) => {
  const [first, second] = await Promise.all(
    [1, 2].map(async () => (await seedClaim({ wording: unlike() })).reports[0]),
  );
  /** As a camera opens it: in a new tab. */
  const scan = async (tab: Page, report: typeof first) => {
    await tab.goto(`/track#${report?.receipt}`);
    await expect(tab).not.toHaveURL(/#/);
    await tab.getByText("你提交的内容").click();
    await expect(tab.getByRole("blockquote").first()).toContainText(report?.text ?? "");
  };
  await scan(page, first);
  await scan(await context.newPage(), second);
});

test("somebody follows a claim without a report, confirms, and stops again @phone", async ({ page }) => {
  const claim = await seedClaim({ status: "verifying", wording: `龙泉${newId().slice(-8)}号桥封闭三个月` });
  const email = someone();
  await page.goto(`/follow/${claim.id}`);
  await expect(page.getByText(/号桥封闭三个月/)).toBeVisible();
  await page.getByRole("button", { name: "用邮箱关注" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "请填写邮箱" })).toBeVisible();
  await page.getByLabel("邮箱").fill(email);
  await page.getByRole("button", { name: "用邮箱关注" }).click();
  await expect(page.getByText(/确认信已经发出/)).toBeVisible();
  const [letter] = await lettersTo(email);
  const link = (path: string) =>
    new RegExp(`https?://\\S+${path}\\?token=\\S+`).exec(letter?.text ?? "")?.[0] ?? "";
  await page.goto(link("/follow/confirm"));
  expect(await db.follower.count({ where: { claimId: claim.id, confirmedAt: { not: null } } })).toBe(0);
  await page.getByRole("button", { name: "确认，请告诉我" }).click();
  await expect(page.getByRole("heading", { name: "已经确认" })).toBeVisible();
  expect(await db.follower.count({ where: { claimId: claim.id, confirmedAt: { not: null } } })).toBe(1);
  await page.goto(link("/unsubscribe"));
  expect(await db.follower.count({ where: { claimId: claim.id } })).toBe(1);
  await page.getByRole("button", { name: "退订并删去邮箱" }).click();
  await expect(page.getByRole("heading", { name: "已经退订" })).toBeVisible();
  expect(await db.follower.count({ where: { claimId: claim.id } })).toBe(0);
});

test("a browser shows the title that was pushed to it", async ({ page, context }) => {
  await page.goto(`/follow/${(await seedClaim({ status: "published" })).id}`);
  const started = context.waitForEvent("serviceworker");
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [one] }) => {
      if (one) resolve(one.registrationId);
    }),
  );
  await devtools.send("ServiceWorker.enable");
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js");
    await navigator.serviceWorker.ready;
  });
  // What a system would draw: a browser without a screen has no place for it.
  const worker = await started;
  await worker.evaluate(() => {
    const shown: { title: string; url: string }[] = [];
    ServiceWorkerRegistration.prototype.showNotification = async (title, { data } = {}) => {
      shown.push({ title, url: data.url });
    };
    Object.assign(self, { shown });
  });
  const origin = new URL(page.url()).origin;
  const to = { origin, registrationId: await registered };
  const message = { title: "核查结论【不实】井水变红", url: `${origin}/debunks/nowhere` };
  const push = (data: string) => devtools.send("ServiceWorker.deliverPushMessage", { ...to, data });
  for (const data of ["{", JSON.stringify({ title: 1 }), JSON.stringify(message)]) await push(data);
  const shown = () => worker.evaluate(() => "shown" in self && self.shown);
  await expect.poll(shown).toEqual([message]);
});

test("a claim that nobody has looked at, or that was none, cannot be followed", async ({ page }) => {
  for (const id of [(await seedClaim({ status: "received" })).id, newId(), "x"]) {
    expect((await page.goto(`/follow/${id}`))?.status()).toBe(404);
  }
});

test("a corrected answer is shown with every change, newest first", async ({ page }) => {
  const { reports, debunk } = await seedClaim({ status: "retracted" });
  await track(page, reports[0]?.receipt ?? "");
  const changes = page.getByRole("region", { name: "结论发布以后" }).getByRole("listitem");
  await expect(changes).toHaveText([/撤回.*主要证据不成立/s, /首次发布/]);
  await changes.first().getByRole("link").click();
  await expect(page).toHaveURL(`/debunks/${debunk?.slug}/versions/2`);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the sender adds to a report, and an address is left to follow it", async ({ page, request }) => {
    const { reports, id } = await seedClaim({ status: "verifying" });
    const receipt = reports[0]?.receipt ?? "";
    await page.goto("/track");
    await page.getByLabel("查询码").fill(receipt);
    await page.getByRole("button", { name: "查询", exact: true }).click();
    await page.getByText("补充情况").first().click();
    await page.getByLabel("补充情况").fill(`我的查询码 ${receipt}`);
    await page.getByRole("button", { name: "发送" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /这里面有查询码/ })).toBeVisible();
    await expect(page.getByLabel("补充情况")).toHaveValue(`我的查询码 ${receipt}`);
    await page.getByLabel("补充情况").fill("是昨天晚上看到的");
    await page.getByRole("button", { name: "发送" }).click();
    await expect(page.getByText("收到了，谢谢你。")).toBeVisible();
    await expect(page.getByText("是昨天晚上看到的")).toBeVisible();
    const email = someone();
    const answer = await sendForm(request, `/follow/${id}`, { email });
    expect(await answer.text()).toContain("确认信已经发出");
    expect(await lettersTo(email)).toHaveLength(1);
  });
});
