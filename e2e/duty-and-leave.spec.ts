import type { Page } from "@playwright/test";
import { dayOf, days, after as later, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { memberRows } from "#seed/members";
import { checkEveryLook, checkPage, unfold } from "./pages/axe.ts";
import { expect, newPerson, platform, type Somebody, test } from "./pages/people.ts";

/** City offices that no other journey knows. */
const [first, second, third] = ["cac-513300", "cac-513400", "cac-512000"] as const;

const dayIn = (count: number) => dayOf(later(now(), days(count)));
const named = async ({ id }: Somebody, name: string) => {
  await db.user.update({ where: { id }, data: { name } });
};

/** The office's people, each by a name of their own. */
async function staff(memberId: string) {
  const coordinator = await newPerson(memberId, "coordinator");
  const verifier = await newPerson(memberId, "verifier");
  await named(coordinator, "测试·阿联");
  await named(verifier, "测试·阿核");
  return { coordinator, verifier };
}

/** Whoever else has come to be at the office is away as well. */
async function everybodyAway(memberId: string, startsAt: Date, except: readonly Somebody[]): Promise<void> {
  const endsAt = later(startsAt, days(1));
  const there = await db.user.findMany({
    where: { memberships: { some: { memberId } }, id: { notIn: except.map(({ id }) => id) } },
    select: { id: true },
  });
  for (const { id: userId } of there) {
    const made = { id: newId(), madeById: userId, madeAt: now() };
    await db.leave.create({ data: { ...made, userId, memberId, startsAt, endsAt } });
  }
}

/** Fills in a folded form of the roster, and sends it. */
async function fill(page: Page, title: string, submit: string, fields: Record<string, string>) {
  const fold = page.locator("details").filter({ hasText: title });
  if (!(await fold.evaluate((details: HTMLDetailsElement) => details.open)))
    await fold.getByText(title, { exact: true }).click();
  for (const [label, value] of Object.entries(fields)) {
    const field = fold.getByLabel(label);
    if (/天$/.test(label)) await field.fill(value);
    else await field.selectOption(value ? { label: value } : "");
  }
  await fold.getByRole("button", { name: submit, exact: true }).click();
  return fold;
}

test("duty and leave of a member: planned, refused with what was typed, shown by day, and ended", async ({
  visit,
}) => {
  const { coordinator, verifier } = await staff(first);
  const page = await visit(coordinator);
  await page.goto("/desk/duty");
  await expect(page.getByText("还没有排值班", { exact: true })).toBeVisible();

  await test.step("the coordinator plans duty, and a gap is said", async () => {
    await fill(page, "安排值班", "安排", { 人员: "测试·阿核", 第一天: dayIn(1), 最后一天: dayIn(3) });
    await expect(page.getByText("已安排。")).toBeVisible();
    const table = page.getByRole("table");
    await expect(table.getByRole("row").nth(2)).toContainText("测试·阿核");
    await expect(table.getByText("这一天没有人值班。").first()).toBeVisible();
  });

  await test.step("leave names who stands in; an overlap is refused and what was typed is kept", async () => {
    const wanted = { 人员: "测试·阿核", 第一天: dayIn(2), 最后一天: dayIn(2) };
    await fill(page, "登记请假", "登记", { ...wanted, 由谁代班: "测试·阿联" });
    await expect(page.getByText("已登记。")).toBeVisible();
    const row = page.getByRole("table").getByRole("row").nth(3);
    await expect(row).toContainText("测试·阿核（测试·阿联代班）");
    await expect(row).toContainText("这一天值班的人不在。");
    const fold = await fill(page, "登记请假", "登记", { ...wanted, 最后一天: dayIn(4) });
    await expect(page.getByText("这几天已经登记过请假")).toBeVisible();
    await expect(fold.getByLabel("最后一天")).toHaveValue(dayIn(4));
    await fill(page, "登记请假", "登记", { 第一天: dayIn(6), 最后一天: dayIn(5) });
    await expect(page.getByText("最后一天不能早于第一天。").first()).toBeVisible();
    await checkPage(page, "a roster with a refused leave");
  });

  await test.step("everybody away is said, in every look", async () => {
    await everybodyAway(first, startOfDay(dayIn(5)), [coordinator, verifier]);
    await page.goto("/desk/duty");
    await fill(page, "登记请假", "登记", {
      人员: "测试·阿联",
      第一天: dayIn(5),
      最后一天: dayIn(5),
    });
    await expect(page.getByText("已登记。")).toBeVisible();
    await fill(page, "登记请假", "登记", {
      人员: "测试·阿核",
      第一天: dayIn(5),
      最后一天: dayIn(5),
      由谁代班: "测试·阿联",
    });
    await expect(page.getByText("代班的同事那几天也不在")).toBeVisible();
    await fill(page, "登记请假", "登记", { 由谁代班: "" });
    await expect(page.getByText("这一天所有人都不在，派单会绕过本单位。")).toBeVisible();
    await page.goto("/desk/duty");
    await unfold(page);
    await checkEveryLook(page, "a roster with everybody away");
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate(() => localStorage.clear());
    await page.goto("/en/desk/duty");
    await expect(page.getByText("Everybody is away on this day: work is routed past you.")).toBeVisible();
    await checkPage(page, "a roster in English");
  });

  await test.step("ended", async () => {
    await page.goto("/desk/duty");
    const part = page.getByRole("region", { name: "请假", exact: true });
    const rows = part.getByRole("listitem");
    const before = await rows.count();
    await rows.filter({ hasText: "测试·阿联代班" }).getByRole("button", { name: "结束请假" }).click();
    await expect(rows).toHaveCount(before - 1);
  });
});

test("who is away is routed past, and their work goes to a colleague", async ({ visit }) => {
  const { coordinator, verifier } = await staff(second);
  const office = memberRows.find(({ id }) => id === second)?.zh ?? "";
  const places = [second.replace("cac-", "")];
  const claim = await seedClaim({ status: "assigned", lead: second, places });
  const member = await visit(coordinator);
  const own = member.getByRole("listitem").filter({ hasText: claim.story.wording });

  await test.step("the coordinator gives the work to a person, who finds it among theirs", async () => {
    await member.goto("/desk/assignments");
    await own.getByText("定承办人", { exact: true }).click();
    await own.getByLabel("由谁来办").selectOption({ label: "测试·阿核" });
    await own.getByRole("button", { name: "确定", exact: true }).click();
    await expect(own.getByText("承办人", { exact: true }).locator("..")).toContainText("测试·阿核");
    await unfold(member);
    await checkPage(member, "work that is given to a person");
    const colleague = await visit(verifier);
    await colleague.goto("/desk/assignments?whose=mine");
    await expect(colleague.getByText(claim.story.wording)).toBeVisible();
    await colleague.goto("/desk/assignments?whose=nobody");
    await expect(colleague.getByText(claim.story.wording)).toHaveCount(0);
    // Away from today on, the coordinator stands in.
    await colleague.goto("/desk/duty");
    await fill(colleague, "登记请假", "登记", { 由谁代班: "测试·阿联" });
    await expect(colleague.getByText("已登记。")).toBeVisible();
  });

  await test.step("the work waits for whoever stands in", async () => {
    await expect(async () => {
      await member.goto("/desk/assignments");
      await expect(own.getByText("测试·阿联代班，可以接手")).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await own.getByRole("button", { name: "我来办" }).click();
    await expect(own.getByText("承办人", { exact: true }).locator("..")).toContainText("测试·阿联");
  });

  await test.step("with everybody away, the route goes past them and says why", async () => {
    await member.goto("/desk/duty");
    await fill(member, "登记请假", "登记", {});
    await expect(member.getByText("已登记。")).toBeVisible();
    await everybodyAway(second, now(), [coordinator, verifier]);
    const desk = await visit(await newPerson(platform, "moderator"));
    const next = await seedClaim({ status: "triaged", places, lead: "dept-health" });
    await desk.goto(`/desk/claims/${next.id}`);
    const route = desk.getByRole("region", { name: "派单建议" });
    await route.getByText("为什么不是其他单位").click();
    await expect(route.getByText(`${office}能做这项工作的人现在都请假了。`)).toBeVisible();
    // Whoever sends it there all the same, and whoever did before, sees that nobody is there.
    await desk.goto(`/desk/claims/${claim.id}`);
    await expect(desk.getByText("这个单位能做的人现在都请假了").first()).toBeVisible();
    await unfold(desk);
    await checkPage(desk, "a claim whose member is away");
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("one enters one's own leave; a wrong day is said and what was typed is kept", async ({ visit }) => {
    const { verifier } = await staff(third);
    const page = await visit(verifier);
    await page.goto("/desk/duty");
    const fold = page.locator("details").filter({ hasText: "登记请假" });
    await fold.getByText("登记请假", { exact: true }).click();
    await fold.getByLabel("第一天").fill("2020-01-01");
    await fold.getByLabel("最后一天").fill(dayIn(8));
    await fold.getByRole("button", { name: "登记", exact: true }).click();
    await expect(page.getByText("这一天已经过去了。").first()).toBeVisible();
    await expect(page.getByLabel("最后一天")).toHaveValue(dayIn(8));
    await page.getByLabel("第一天").fill(dayIn(8));
    await page.getByRole("button", { name: "登记", exact: true }).click();
    await expect(page.getByText("已登记。")).toBeVisible();
    expect(await db.leave.count({ where: { userId: verifier.id } })).toBe(1);
  });
});
