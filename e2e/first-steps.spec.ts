import { checkEveryLook } from "./pages/axe.ts";
import { expect, newPerson, platform, test } from "./pages/people.ts";

test("an administrator begins with what is still missing, and goes where it is seen to", async ({
  visit,
}) => {
  const page = await visit(await newPerson(platform, "admin"));
  await page.goto("/desk");
  await expect(page).toHaveURL(/\/desk\/first-steps$/);
  const step = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  // The tests' server has people from the demo, and no address of its own.
  await expect(step("有人接收线索")).toContainText("已完成");
  await expect(step("对外的 https 网址")).toContainText("待办");
  await expect(step("对外的 https 网址")).toContainText("SITE_URL");
  await checkEveryLook(page, "the first steps");
  await page.getByRole("link", { name: "进入工作台" }).click();
  await expect(page).toHaveURL(/\/desk\/members/);
  await page.getByRole("link", { name: /开始使用/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "开始使用" })).toBeVisible();
});

test("nobody else is led there", async ({ visit }) => {
  const page = await visit(await newPerson(platform, "moderator"));
  await page.goto("/desk");
  await expect(page).toHaveURL(/\/desk\/queue/);
  expect((await page.goto("/desk/first-steps"))?.status()).toBe(403);
});
