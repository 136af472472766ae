import type { Page } from "@playwright/test";
import { readAnswers } from "#lib/claims/talk/read-answers";
import { replyByReceipt } from "#lib/claims/talk/reply-by-receipt";
import { after, hours, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf } from "#seed/people";
import { checkPage } from "./pages/axe.ts";
import { fileReport, track } from "./pages/citizen.ts";
import { openDesk, openFromQueue, unheardOf } from "./pages/desk.ts";
import { expect, newPerson, openReady, platform, test } from "./pages/people.ts";

const moderator = () => newPerson(platform, "moderator");

/** The view of what was answered, narrowed to one claim, so that it is on the first page whatever else there is. */
const answeredOf = (words: string) => `/desk/queue?view=answered&q=${encodeURIComponent(words)}`;
const rowOf = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

/** So that a page that was loaded anew is known. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isMarked: true }));
const isMarked = (page: Page) => page.evaluate(() => "isMarked" in window);

test("the desk asks by key, the sender answers by receipt, and the claim that was put off comes up for who asked", async ({
  page,
  visit,
}) => {
  const words = unheardOf();
  const receipt = await fileReport(page, { text: words });
  const desk = await visit(await moderator());
  await openFromQueue(desk, words);
  const path = new URL(desk.url()).pathname;
  await openDesk(desk, path);

  await test.step("a question, and the claim is put off, by keys", async () => {
    await desk.keyboard.press("q");
    await expect(desk.getByLabel("想了解什么")).toBeFocused();
    await desk.keyboard.type("请问是哪一天看到的？");
    await desk.keyboard.press("Tab");
    await desk.keyboard.press("Enter");
    await expect(desk.getByText("已追问，等回答")).toBeVisible();
    await desk.keyboard.press("z");
    await desk.getByLabel("为什么现在不处理").fill("等提问者回答");
    await desk.keyboard.press("Enter");
    await expect(desk.getByText(/已暂缓至/)).toBeVisible();
    await openReady(desk, answeredOf(words));
    await expect(rowOf(desk, words)).toHaveCount(0);
    await mark(desk);
  });

  await test.step("the sender answers with the receipt", async () => {
    await track(page, receipt);
    await page.getByLabel("你的回答").fill("是前天晚上，在家长群里");
    await page.getByRole("button", { name: "发送" }).click();
    await expect(page.getByText("收到了，谢谢你。")).toBeVisible();
    await checkPage(page, "a receipt with an answer");
  });

  await test.step("it comes up by itself, awake", async () => {
    await expect(rowOf(desk, words)).toContainText("提交者有回复");
    expect(await isMarked(desk)).toBe(true);
    await checkPage(desk, "what was answered");
  });

  await test.step("and is read and decided about by keys, which takes it out of what was answered", async () => {
    await openDesk(desk, `${path}?view=answered`);
    await expect(desk.getByText(/已暂缓至/)).toHaveCount(0);
    await expect(desk.getByText("是前天晚上，在家长群里")).toBeVisible();
    await expect(desk.getByText("提问者有了回复")).toBeVisible();
    await checkPage(desk, "a claim with an answer");
    await desk.setViewportSize({ width: 1280, height: 800 });
    await desk.keyboard.press("3");
    await expect(desk.getByRole("button", { name: "确认派单" })).toBeVisible();
    await openReady(desk, answeredOf(words));
    await expect(rowOf(desk, words)).toHaveCount(0);
  });
});

/** A claim whose sender has answered, and which is not overdue. */
async function seedAnswered(): Promise<SeededClaim & { words: string }> {
  const words = `${unheardOf()}桥今晚封闭`;
  const claim = await seedClaim({ wording: words, receivedAt: after(now(), -minutes(1)) });
  const data = { dueAt: after(now(), hours(9)) };
  await db.clock.updateMany({ where: { claimId: claim.id, NOT: { dueAt: null } }, data });
  const receipt = claim.reports[0]?.receipt ?? "";
  expect(await replyByReceipt({ receipt, text: "在群里看到的" })).toEqual({ ok: true });
  return { ...claim, words };
}

test("an answer that needs no decision is read by one key, and put back by another", async ({ visit }) => {
  const { id, words } = await seedAnswered();
  const page = await openDesk(await visit(await moderator()), `/desk/claims/${id}?view=answered`);
  const read = page.getByRole("button", { name: "看过了，暂不需要决定" });
  await expect(read).toBeVisible();
  await page.keyboard.press("v");
  await expect(read).toHaveCount(0);
  const toast = page.getByRole("complementary", { name: "刚才的决定" });
  await expect(toast).toContainText("看过提问者的回复");
  // What was pressed is gone: whoever goes on by keyboard is not at the top of the page.
  await expect(page.locator("body")).not.toBeFocused();
  await checkPage(page, "an answer that was read");
  await openReady(page, answeredOf(words));
  await expect(rowOf(page, words)).toHaveCount(0);
  await openDesk(page, `/desk/claims/${id}?view=answered`);
  await page.keyboard.press("u");
  await expect(read).toBeVisible();
  await openReady(page, answeredOf(words));
  await expect(rowOf(page, words)).toHaveCount(1);
});

test("whoever reads it second hears who was first", async ({ visit }) => {
  const { id } = await seedAnswered();
  const [person, other] = [await moderator(), await moderator()];
  const page = await visit(person);
  // Nothing is heard, as in the moment before it is.
  await page.context().route(/\/api\/desk\/live/, (route) => route.abort());
  await openReady(page, `/desk/claims/${id}`);
  const { repliedAt } = await db.claim.findUniqueOrThrow({ where: { id } });
  expect(await readAnswers(actorOf(other), { claimId: id, seenReply: repliedAt ?? now() })).toEqual({
    ok: true,
  });
  await page.getByRole("button", { name: "看过了，暂不需要决定" }).click();
  const refusal = page.getByRole("alert");
  await expect(refusal.getByText("先一步的处理")).toBeVisible();
  await expect(refusal.getByText("看过提问者的回复")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an answer is read by a press, and put back", async ({ visit }) => {
    const { id } = await seedAnswered();
    const page = await visit(await moderator());
    await page.goto(`/desk/claims/${id}`);
    await page.getByRole("button", { name: "看过了，暂不需要决定" }).click();
    expect((await db.claim.findUniqueOrThrow({ where: { id } })).repliedAt).toBeNull();
    await page.getByRole("button", { name: "撤销，放回“有回复”" }).click();
    await expect(page.getByRole("button", { name: "看过了，暂不需要决定" })).toBeVisible();
  });
});
