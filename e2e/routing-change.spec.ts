import { expect, type Page } from "@playwright/test";
import { minutes } from "#lib/platform/clock";
import { test } from "./own-server.ts";
import { checkPage, unfold } from "./pages/axe.ts";
import { ownLib } from "./pages/own-lib.ts";

const tax = "国家税务总局四川省税务局";

/** Begins a version and adds a rule that sends food to the tax office first. */
async function draft(page: Page): Promise<void> {
  await page.goto("/desk/routing");
  await page.getByRole("button", { name: "起草新版本" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^第 \d+ 版$/ })).toBeVisible();
  await page.getByRole("link", { name: "加一条规则" }).click();
  await page.getByLabel("序号").fill("5");
  await page.getByRole("group", { name: /^领域/ }).getByLabel("食品安全").check();
  await page.getByLabel(/^核实单位/).selectOption({ label: tax });
  await page.getByLabel(/^为什么/).fill("试行");
  await page.getByRole("button", { name: "保存规则" }).click();
  await expect(page.getByText(`领域是食品安全：由${tax}核实。`)).toBeVisible();
}

/** Asks for consent to the version that is open. */
async function propose(page: Page, note: string): Promise<void> {
  await page.getByLabel("改了什么，为什么").fill(note);
  await page.getByRole("button", { name: "请人同意" }).click();
  await expect(page.getByText("等人同意", { exact: true })).toBeVisible();
}

/** Goes back to the rules with which the product comes. */
async function goBack(page: Page): Promise<void> {
  await page.goto("/desk/routing");
  await page.getByText("退回到第 1 版", { exact: true }).click();
  const form = page.locator("details[open]");
  await form.getByLabel("为什么").fill("派错了");
  await form.getByRole("button", { name: "退回到这一版" }).click();
  await expect(page.getByText("退回到以前的版本。").first()).toBeVisible();
}

test("rules are changed: drafted, checked, compared, consented to by a second person, and gone back from", async ({
  server: _,
  signInAs,
}) => {
  const { seedClaim } = await ownLib();
  const claim = await seedClaim({ status: "triaged", topicId: "food", places: [] });
  const editor = await signInAs("duty-editor");
  const lead = async (name: string) => {
    await editor.goto(`/desk/claims/${claim.id}`);
    const route = editor.getByRole("region", { name: "派单建议" });
    await expect(route.getByRole("definition").filter({ hasText: name })).toBeVisible();
  };
  await lead("四川省市场监督管理局");

  await test.step("drafted and checked", async () => {
    await draft(editor);
    const check = editor.getByRole("region", { name: "检查" });
    await expect(check.getByText(`规则 5 可能派给还没有人员账号的单位：${tax}。`)).toBeVisible();
    await unfold(editor);
    await checkPage(editor, "a draft of the rules");
    await editor.getByRole("link", { name: "修改规则 5", exact: true }).click();
    await expect(editor.getByLabel(/^核实单位/)).toHaveValue("member:dept-tax");
    await checkPage(editor, "a rule");
    await editor.getByLabel("序号").fill("60");
    await editor.getByRole("button", { name: "保存规则" }).click();
    await expect(editor.getByText("这个已经有了，请换一个。").first()).toBeVisible();
    await editor.getByRole("link", { name: /^第 \d+ 版$/ }).click();
  });

  await test.step("compared with what came of the last month's claims", async () => {
    await editor.getByRole("button", { name: "比较" }).click();
    const compare = editor.getByRole("region", { name: "会有什么变化" });
    const row = compare.getByRole("listitem").filter({ hasText: claim.story.wording });
    await expect(row.first()).toContainText(`核实：四川省市场监督管理局 → ${tax}`);
    await checkPage(editor, "what would have changed");
  });

  await test.step("consented to by a second person", async () => {
    await propose(editor, "食品先派税务");
    await expect(editor.getByText("需要没有参与修改的人来同意。")).toBeVisible();
    await expect(editor.getByRole("button", { name: "同意并启用" })).toHaveCount(0);
    const admin = await signInAs("admin");
    await admin.goto("/desk/routing");
    await admin.getByRole("listitem").filter({ hasText: "等人同意" }).getByRole("link").click();
    await expect(admin.getByRole("heading", { level: 1, name: /^第 \d+ 版$/ })).toBeVisible();
    await checkPage(admin, "a version that awaits consent");
    await admin.getByRole("button", { name: "同意并启用" }).click();
    await expect(admin.getByText("正在使用", { exact: true })).toBeVisible();
    await lead(tax);
    await expect(editor.getByText(/按派单规则第 [2-9]\d* 版/)).toBeVisible();
  });

  await test.step("gone back from in one step", async () => {
    await goBack(editor);
    await unfold(editor);
    await checkPage(editor, "the rules and their versions");
    await lead("四川省市场监督管理局");
  });
});

test("where nobody else can consent, a version waits half an hour and says that it was alone", async ({
  server,
  signInAs,
}) => {
  const { withoutOtherManagers } = await ownLib();
  const editor = await signInAs("duty-editor");
  await withoutOtherManagers(await emailOf(editor), async () => {
    await draft(editor);
    await propose(editor, "值班时只有一个人");
    await expect(editor.getByText("没有第二个人可以同意，到这个时间自动启用：")).toBeVisible();
    await checkPage(editor, "a version that waits");
    await server.moveClock(minutes(31));
    try {
      await server.runChore("followConsent");
      await editor.reload();
      await expect(editor.getByText(/单人启用：当时没有第二个人可以同意/)).toBeVisible();
      await expect(editor.getByText("正在使用", { exact: true })).toBeVisible();
      await goBack(editor);
    } finally {
      await server.moveClock(0);
    }
  });
});

/** Whose browser it is. */
async function emailOf(page: Page): Promise<string> {
  await page.goto("/desk/account");
  const text = (await page.getByRole("main").textContent()) ?? "";
  return /[\w.+-]+@[\w.-]+/.exec(text)?.[0] ?? "";
}
