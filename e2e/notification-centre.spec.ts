import type { Page } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { startPushService } from "#lib/telling/testing/push-service";
import { seedAlert } from "#seed/alerts";
import { seedClaim } from "#seed/claims";
import { callAction } from "./pages/action.ts";
import { checkEveryLook, checkPage } from "./pages/axe.ts";
import { builtActions } from "./pages/built.ts";
import { expect, newPerson, openReady, platform, someMember, test } from "./pages/people.ts";

const member = someMember();

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^提醒/ });
const unread = (page: Page, count: number) =>
  expect(bell(page)).toHaveAccessibleName(count === 0 ? "提醒 没有未读" : `提醒 ${count} 条未读`);

/** So that a page that was loaded anew is known. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isMarked: true }));
const isMarked = (page: Page) => page.evaluate(() => "isMarked" in window);

test("a moderator asks a member: its coordinator's bell says so at once, in all tabs, until it is opened", async ({
  visit,
}) => {
  const claim = await seedClaim({ status: "verifying" });
  const [desk, first] = [
    await visit(await newPerson(platform, "moderator")),
    await visit(await newPerson(member, "coordinator")),
  ];
  const second = await first.context().newPage();
  await openReady(first, "/desk/assignments");
  await openReady(second, "/desk/account");
  for (const tab of [first, second]) {
    await unread(tab, 0);
    await mark(tab);
  }
  await openReady(desk, `/desk/claims/${claim.id}`);
  await desk.getByText("再请一个单位").click();
  await desk.getByLabel("单位", { exact: true }).selectOption(member);
  await desk.getByLabel("请它做什么").selectOption("assist");
  await desk.getByRole("button", { name: "派单", exact: true }).click();
  for (const tab of [first, second]) {
    await unread(tab, 1);
    expect(await isMarked(tab)).toBe(true);
  }
  // Nobody is told of what they did themselves.
  await unread(desk, 0);

  await first.keyboard.press("i");
  await expect(first.getByRole("heading", { level: 1, name: "提醒" })).toBeVisible();
  const row = first.getByRole("listitem").filter({ hasText: "派来了新的工作" });
  await expect(row.getByText("未读", { exact: true })).toBeVisible();
  await checkEveryLook(first, "an alert that nobody has read");
  await first.emulateMedia({ colorScheme: "light" });
  await first.evaluate(() => localStorage.clear());
  await row.getByRole("link", { name: "派来了新的工作" }).click();
  await expect(first).toHaveURL(new RegExp(`/desk/claims/${claim.id}$`));
  await unread(first, 0);
  await unread(second, 0);
  expect(await isMarked(second)).toBe(true);
});

test("alerts are read one by one or all at once, and a list that is open follows", async ({ visit }) => {
  const [person, claim] = [await newPerson(platform, "moderator"), await seedClaim()];
  await seedAlert(person, { kind: "asked-again", claimId: claim.id });
  await seedAlert(person, { kind: "decision-undone", claimId: claim.id });
  const page = await visit(person);
  await openReady(page, "/desk/alerts");
  await unread(page, 2);
  await mark(page);
  await seedAlert(person, { kind: "urgent", claimId: claim.id });
  const urgent = page.getByRole("listitem").filter({ hasText: "紧急传言（P0）" });
  await expect(urgent).toBeVisible();
  await checkPage(page, "alerts of three kinds");
  await urgent.getByRole("button", { name: "标为已读" }).click();
  await expect(urgent.getByText("未读", { exact: true })).toHaveCount(0);
  await unread(page, 2);
  await page.getByRole("button", { name: "这里以前的全部标为已读" }).click();
  await unread(page, 0);
  expect(await isMarked(page)).toBe(true);
  await page.getByRole("link", { name: /^未读/ }).click();
  await expect(page.getByText("没有未读的提醒")).toBeVisible();
  await checkPage(page, "no unread alerts");
});

test("what is urgent is pushed to a browser that was turned on; how one is told is chosen", async ({
  ask,
  visit,
}) => {
  const person = await newPerson(platform, "duty-editor");
  const page = await visit(person);
  await openReady(page, "/desk/alerts/settings");
  await checkEveryLook(page, "how one is told");
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(() => localStorage.clear());
  await page.getByRole("radio", { name: "每小时" }).check();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已经保存")).toBeVisible();
  expect(await db.alertSettings.findUnique({ where: { userId: person.id } })).toMatchObject({
    digest: "hourly",
  });

  const service = startPushService();
  await service.ready();
  const device = service.browser(newId());
  const request = await ask(person);
  const [add] = builtActions().filter(({ name }) => name === "addBrowserAction");
  if (!add) throw new Error("there is no addBrowserAction");
  const input = {
    subscription: JSON.stringify(device.subscription),
    name: "Chrome · Linux",
    locale: "zh-CN",
  };
  // Whoever sends another person's id along registers for themselves all the same.
  const other = await newPerson(platform, "duty-editor");
  await callAction(request, add, "/desk/alerts/settings", { ...input, userId: other.id });
  expect(await db.alertBrowser.count({ where: { userId: other.id } })).toBe(0);
  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: "Chrome · Linux" });
  await row.getByRole("button", { name: "发一条试试" }).click();
  await expect(row.getByText("推送服务已经收下")).toBeVisible();
  await checkPage(page, "a browser that is turned on");
  const claim = await seedClaim({ status: "received", urgency: "P1", topicId: "food" });
  const moderator = await visit(await newPerson(platform, "moderator"));
  await openReady(moderator, `/desk/claims/${claim.id}`);
  await moderator.getByLabel("紧急程度", { exact: true }).selectOption("P0");
  await moderator.getByRole("button", { name: "受理" }).click();
  await expect.poll(() => service.pushed.length).toBe(2);
  const { number } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  expect(device.read(service.pushed[1]?.body ?? Buffer.alloc(0))).toEqual({
    title: `P0 紧急传言 #${number}`,
    url: expect.stringMatching(/\/desk\/alerts\/[0-9a-f-]{36}$/),
  });
  await row.getByRole("button", { name: "去掉" }).click();
  await expect(page.getByText("还没有打开过")).toBeVisible();
  await service.stop();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("alerts are listed, opened, marked and chosen all the same", async ({ visit }) => {
    const [person, claim] = [await newPerson(platform, "moderator"), await seedClaim()];
    for (let count = 0; count < 2; count += 1)
      await seedAlert(person, { kind: "asked-again", claimId: claim.id });
    const page = await visit(person);
    await page.goto("/desk/queue");
    await unread(page, 2);
    await bell(page).click();
    await page.getByRole("link", { name: "已经关闭的传言又有很多人问" }).first().click();
    await expect(page).toHaveURL(new RegExp(`/desk/claims/${claim.id}$`));
    await unread(page, 1);
    await bell(page).click();
    await page.getByRole("button", { name: /^标为已读/ }).click();
    await unread(page, 0);
    await page.getByRole("link", { name: "提醒方式" }).click();
    await page.getByRole("radio", { name: "不发" }).check();
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("已经保存")).toBeVisible();
    expect(await db.alertSettings.findUnique({ where: { userId: person.id } })).toMatchObject({
      digest: "off",
    });
  });

  test("nobody opens what concerns somebody else, and an address that was edited is not there", async ({
    visit,
  }) => {
    const [own, other] = [await newPerson(platform, "moderator"), await newPerson(platform, "moderator")];
    const alertId = await seedAlert(own);
    const page = await visit(other);
    for (const id of [alertId, newId(), "edited"])
      expect((await page.goto(`/desk/alerts/${id}`))?.status(), id).toBe(404);
    expect((await page.goto("/desk/alerts?show=edited"))?.status()).toBe(404);
    expect((await page.goto("/desk/alerts?cursor=edited"))?.status()).toBe(404);
    expect(await db.alert.findUniqueOrThrow({ where: { id: alertId } })).toMatchObject({ readAt: null });
  });
});
