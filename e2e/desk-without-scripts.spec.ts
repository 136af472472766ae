import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { seedUnwritten } from "./pages/member-work.ts";
import { expect, newPerson, platform, someMember, test } from "./pages/people.ts";

test.use({ javaScriptEnabled: false });

const member = someMember();

test("signing in: a wrong password keeps the address, the right one opens the desk", async ({ page }) => {
  const person = await newPerson(platform, "moderator");
  await page.goto("/desk/sign-in");
  await page.getByLabel("邮箱").fill(person.email);
  await page.getByLabel("密码", { exact: true }).fill("a wrong password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByText("邮箱或密码不对")).toBeVisible();
  await expect(page.getByLabel("邮箱")).toHaveValue(person.email);
  await expect(page.getByLabel("密码", { exact: true })).toHaveValue("");
  await page.getByLabel("密码", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).toHaveURL(/\/desk\/queue$/);
});

test("a moderator triages a claim; what is missing is said and what was typed is kept", async ({ visit }) => {
  const claim = await seedClaim({ topicId: null, wording: `无脚本受理 ${newId()}` });
  const page = await visit(await newPerson(platform, "moderator"));
  await page.goto(`/desk/claims/${claim.id}`);
  await page.getByLabel("传言的表述").fill("改过的表述");
  await page.getByLabel("领域", { exact: true }).selectOption("");
  await page.getByRole("button", { name: "受理" }).click();
  await expect(page.getByText("有一处需要修改")).toBeVisible();
  await expect(page.getByLabel("传言的表述")).toHaveValue("改过的表述");
  await page.getByLabel("领域", { exact: true }).selectOption("health");
  await page.getByRole("button", { name: "受理" }).click();
  await expect(page.getByRole("button", { name: "确认派单" })).toBeVisible();
  const saved = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  expect(saved).toMatchObject({ status: "triaged", wording: "改过的表述", topicId: "health" });
});

test("a moderator closes a claim with the text that there is for it", async ({ visit }) => {
  const claim = await seedClaim({ topicId: "food", wording: `无脚本关闭 ${newId()}` });
  const page = await visit(await newPerson(platform, "moderator"));
  await page.goto(`/desk/claims/${claim.id}`);
  await page.getByText("不核查，答复并关闭").click();
  await page.getByRole("button", { name: "答复并关闭" }).click();
  await expect(page.getByText(/处需要修改/)).toBeVisible();
  await page.getByRole("radio", { name: "请走其他渠道" }).check();
  await page.getByLabel("请对方找").selectOption("12345");
  await page.getByRole("button", { name: "答复并关闭" }).click();
  await expect(page.getByRole("button", { name: "撤销，回到处理中" })).toBeVisible();
  const saved = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  expect(saved).toMatchObject({ status: "other-channel", closingChannel: "12345" });
  expect(saved.closingNote).toContain("请联系下面的渠道");
});

test("a writer saves a draft, adds a point and finds everything again", async ({ visit }) => {
  const claim = await seedUnwritten(member);
  const page = await visit(await newPerson(member, "writer"));
  await page.goto(`/desk/claims/${claim.id}/draft`);
  await page.getByLabel("标题", { exact: true }).fill("无脚本也能写稿");
  await page.getByLabel("一句话结论").fill("没有脚本，稿件照样保存。");
  await page.getByRole("button", { name: "再加一条" }).click();
  await expect(page.getByLabel("标题", { exact: true })).toHaveValue("无脚本也能写稿");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page).toHaveURL(/\/desk\/drafts\/[0-9a-f-]{36}\?done=saved/);
  await expect(page.getByText("已保存。")).toBeVisible();
  await expect(page.getByLabel("标题", { exact: true })).toHaveValue("无脚本也能写稿");
  await expect(page.getByLabel("一句话结论")).toHaveValue("没有脚本，稿件照样保存。");
});

test("a rule is drafted: what is missing is said, what was typed is kept, and the version is put away", async ({
  visit,
}) => {
  const page = await visit(await newPerson(platform, "admin"));
  await page.goto("/desk/routing");
  await page.getByRole("button", { name: "起草新版本" }).click();
  await page.getByRole("link", { name: "加一条规则" }).click();
  await page.getByLabel(/^为什么/).fill("无脚本");
  await page.getByRole("button", { name: "保存规则" }).click();
  await expect(page.getByText(/处需要修改/)).toBeVisible();
  await expect(page.getByLabel(/^为什么/)).toHaveValue("无脚本");
  await page.getByLabel("地区，第 1 个").selectOption("510722");
  await page.getByLabel("地区，第 2 个").selectOption("510725");
  await page.getByLabel(/^撰稿单位/).selectOption("outlets");
  await page.getByRole("button", { name: "保存规则" }).click();
  await expect(page.getByText(/发生在.+或.+：由熟悉这个领域、手上工作少的媒体撰稿。/)).toBeVisible();
  await page
    .getByRole("listitem")
    .filter({ hasText: "无脚本" })
    .getByRole("button", { name: "删除" })
    .click();
  await expect(page.getByText("无脚本")).toHaveCount(0);
  await page.getByRole("button", { name: "不用这一版" }).click();
  await expect(page.getByText("已停用", { exact: true })).toBeVisible();
});
