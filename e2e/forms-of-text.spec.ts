import type { Page } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { sendReport, untilKnown } from "./pages/citizen.ts";
import { expect, openReady, test } from "./pages/people.ts";

const box = (page: Page) => page.getByLabel("把你看到的消息粘贴到这里");
const theAnswer = (page: Page) => page.getByRole("region", { name: "这条消息已经核查过" });

/** A rumor of a place of its own, with a notice that answers it. */
async function answered() {
  const wording = `梅岭乡${newId().slice(-8)}号水塔被人投了农药，全镇停水三天`;
  return { wording, ...(await seedClaim({ status: "published", wording })) };
}

const asShareLine = (words: string) =>
  `7.53 复制打开抖音，看看【乡里那点事的作品】${words} https://v.douyin.com/iRN${newId().slice(-6)}/ 04/12 abC:/ w@F.hb`;

const asChatRecord = (words: string) =>
  [
    "王姐 2026-11-20 08:31:05",
    "[图片]",
    "李老师 2026-11-20 08:32:40",
    words,
    "王姐 2026-11-20 08:33:10",
    "[语音]",
  ].join("\n");

for (const [form, of] of [
  ["a share line", asShareLine],
  ["a chat record", asChatRecord],
] as const) {
  test(`${form} of a known rumor is answered as the rumor`, async ({ page, request }) => {
    const { wording } = await answered();
    await untilKnown(request, wording);
    await openReady(page, "/");
    await box(page).fill(of(wording));
    await expect(theAnswer(page).getByRole("listitem").first()).toContainText(wording.slice(0, 12));
  });

  test(`${form} that is filed founds a claim of what it says`, async ({ page }) => {
    const words = `竹溪村${newId().slice(-8)}号鱼塘的鱼一夜之间全翻了白肚`;
    await openReady(page, "/report");
    await page.getByLabel("消息原文").fill(of(words));
    await sendReport(page);
    const claimOf = () =>
      db.claim.findFirst({ where: { reports: { some: { report: { text: { contains: words } } } } } });
    await expect.poll(async () => (await claimOf())?.wording).toContain(words);
    expect((await claimOf())?.wording).not.toMatch(/复制打开|作品|王姐|李老师|图片|语音|douyin/);
  });
}

test("the opposite of a claim is not answered as the claim", async ({ page, request }) => {
  const { wording } = await answered();
  await untilKnown(request, wording);
  await openReady(page, "/");
  await box(page).fill(wording.replace("被人投了", "没有被人投"));
  await expect(page.getByRole("region", { name: /可能|相近|差不多|不完全/ }).first()).toBeVisible();
  await expect(theAnswer(page)).toBeHidden();
});

test("a link alone, of which nothing is known, asks for what it says", async ({ page }) => {
  const link = `https://news.example.cn/a/${newId()}`;
  await openReady(page, "/");
  await box(page).fill(link);
  await expect(theAnswer(page)).toBeHidden();
  await expect(page.getByRole("heading", { name: "这是一个链接，里面说了什么？" })).toBeVisible();
});

test("a report of a link alone is asked what it says, keeps the link, and is taken with words", async ({
  page,
}) => {
  const link = `https://news.example.cn/a/${newId()}`;
  await openReady(page, "/report");
  await page.getByLabel("链接").fill(link);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText("这是一个链接，我们打不开里面的内容。").first()).toBeVisible();
  await expect(page.getByLabel("链接")).toHaveValue(link);
  const words = `枫林镇${newId().slice(-8)}号加油站的汽油里兑了水`;
  await page.getByLabel("消息原文").fill(words);
  await sendReport(page);
  const claimOf = () =>
    db.claim.findFirst({ where: { reports: { some: { report: { urls: { has: link } } } } } });
  await expect.poll(async () => (await claimOf())?.wording).toBe(words);
});

test("a receipt that is pasted into the box is not looked up, and the box says why", async ({ page }) => {
  await openReady(page, "/");
  await box(page).fill("7K3M-9QXT-2BCD-5FGH-8JNP-0RSV");
  await expect(page.getByRole("status").filter({ hasText: "查询码只属于你自己" })).toBeVisible();
});
