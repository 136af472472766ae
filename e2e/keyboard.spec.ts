import type { Locator } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { openDesk, unheardOf } from "./pages/desk.ts";
import { expect, newPerson, platform, test } from "./pages/people.ts";

/** It has the focus, and all of it is in sight. */
async function expectFocused(element: Locator) {
  await expect(element).toBeFocused();
  await expect(element).toBeInViewport({ ratio: 1 });
}

const wording = (words: string) => `${words}：${newId().slice(-8)}`;
const statusOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).status;

test("the button that accepts is in sight, and one key presses it", async ({ visit }) => {
  const { id } = await seedClaim({ topicId: "food", places: ["510100"], wording: wording("快捷键受理") });
  const page = await openDesk(await visit(await newPerson(platform, "moderator")), `/desk/claims/${id}`);
  await expect(page.getByRole("button", { name: "受理" })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: "确认派单" })).toBeVisible();
  await expectFocused(page.getByRole("heading", { name: "决定" }));
  expect(await statusOf(id)).toBe("triaged");
});

test("where the topic is missing, the key leads to it, and it is chosen by typing", async ({ visit }) => {
  const { id } = await seedClaim({ topicId: null, wording: unheardOf() });
  const page = await openDesk(await visit(await newPerson(platform, "moderator")), `/desk/claims/${id}`);
  await page.keyboard.press("a");
  const topic = page.getByLabel("领域", { exact: true });
  await expectFocused(topic);
  await expect(page.getByRole("alert").filter({ hasText: "有一处需要修改" })).toBeVisible();
  // The initials of 医疗健康; then the whole of 交通出行, which begins another choice.
  await page.keyboard.type("yljk");
  await expect(topic).toHaveValue("health");
  await expect(page.getByRole("status").filter({ hasText: "yljk → 医疗健康" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("jiaotong");
  await expect(topic.locator("option:checked")).toHaveText("交通出行");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "确认派单" })).toBeVisible();
  expect(await statusOf(id)).toBe("triaged");
});

test("a key opens the ways to close in sight; letters choose one and Enter closes", async ({ visit }) => {
  const { id } = await seedClaim({ topicId: "food", wording: wording("说得太少") });
  const page = await openDesk(await visit(await newPerson(platform, "moderator")), `/desk/claims/${id}`);
  await page.keyboard.press("c");
  await expectFocused(page.getByRole("radio", { name: "已有核查结论" }));
  await page.keyboard.type("xx");
  const vague = page.getByRole("radio", { name: "信息不足" });
  await expect(vague).toBeChecked();
  await expectFocused(vague);
  await expect(page.getByLabel("给提问者的答复")).toHaveValue(/现有的内容还不足以看出/);
  await expect(page.getByRole("button", { name: "答复并关闭" })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "撤销，回到处理中" })).toBeVisible();
  // Nothing is left to decide here: the next claim is one key away.
  await expectFocused(page.getByRole("link", { name: "下一条" }));
  expect(await statusOf(id)).toBe("too-vague");
  await page.keyboard.press("u");
  await expect(page.getByRole("button", { name: "受理" })).toBeVisible();
});

test("what a way to close needs besides is asked where the focus is", async ({ visit }) => {
  const { id } = await seedClaim({ topicId: "food", wording: wording("投诉物业") });
  const page = await openDesk(await visit(await newPerson(platform, "moderator")), `/desk/claims/${id}`);
  await page.keyboard.press("c");
  await page.keyboard.type("qudao");
  await page.keyboard.press("Enter");
  await expectFocused(page.getByLabel("请对方找"));
  await page.keyboard.type("12345");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "撤销，回到处理中" })).toBeVisible();
  expect(await statusOf(id)).toBe("other-channel");
});

test("what somebody has written themselves stays when they choose another way to close", async ({
  visit,
}) => {
  const { id } = await seedClaim({ topicId: "food", wording: wording("自己写的答复") });
  const page = await openDesk(await visit(await newPerson(platform, "moderator")), `/desk/claims/${id}`);
  const note = page.getByLabel("给提问者的答复");
  await page.keyboard.press("c");
  await page.keyboard.type("gd");
  await expect(page.getByRole("radio", { name: "属于观点，不作核查" })).toBeChecked();
  await note.fill("我们自己写的一句话。");
  await page.getByRole("radio", { name: "属于观点，不作核查" }).focus();
  await page.keyboard.type("wf");
  await expect(page.getByRole("radio", { name: "无法核查" })).toBeChecked();
  await expect(note).toHaveValue("我们自己写的一句话。");
  await page.keyboard.press("Escape");
  await expectFocused(page.locator("summary", { hasText: "不核查，答复并关闭" }));
  await expect(note).toBeHidden();
  await page.keyboard.press("c");
  await expectFocused(page.getByRole("radio", { name: "无法核查" }));
  await expect(note).toHaveValue("我们自己写的一句话。");
});

test("keys walk along the queue, open a claim and its forms, and show what there is", async ({ visit }) => {
  const words = newId();
  for (const place of ["东", "西"]) await seedClaim({ wording: `${place}门桥塌了${words}` });
  const page = await openDesk(
    await visit(await newPerson(platform, "moderator")),
    `/desk/queue?view=new&q=${words}`,
  );
  const rows = page.getByRole("list", { name: "新线索" }).getByRole("link");
  await expect(rows).toHaveCount(2);
  await page.keyboard.press("j");
  await expectFocused(rows.first());
  await page.keyboard.press("j");
  await expectFocused(rows.last());
  await page.keyboard.press("k");
  await expectFocused(rows.first());
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectFocused(rows.first());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk\/claims\//);
  await expect(page.getByRole("heading", { name: "决定" })).toBeVisible();
  await page.keyboard.press("m");
  await expectFocused(page.getByLabel(/编号/));
  await page.keyboard.press("Escape");
  await expect(page.getByLabel(/编号/)).toBeHidden();
  await page.keyboard.press("w");
  await expectFocused(page.getByLabel("在等什么"));
});
