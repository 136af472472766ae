import { expect } from "@playwright/test";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { checkPage, unfold } from "./pages/axe.ts";
import { newPerson, platform, test } from "./pages/people.ts";

const cdc = "四川省疾病预防控制局";
const health = "四川省卫生健康委员会";

test("whom a claim is about neither verifies nor writes, whoever says so, and the page says why", async ({
  visit,
}) => {
  const claim = await seedClaim({
    status: "triaged",
    wording: `${cdc}隐瞒疫情。`,
    topicId: "health",
    subtopicId: "epidemic",
    places: [],
  });
  const page = await visit(await newPerson(platform, "moderator"));
  await page.goto(`/desk/claims/${claim.id}`);
  const route = page.getByRole("region", { name: "派单建议" });

  await test.step("it is not proposed, and told why not", async () => {
    await expect(route.getByRole("definition").filter({ hasText: health })).toBeVisible();
    await route.getByText("为什么不是其他单位").click();
    await expect(route.getByText(`传言涉及${cdc}`)).toBeVisible();
    await unfold(page);
    await checkPage(page, "a route with a conflict of interest");
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("nor can it be chosen to verify or to write", async () => {
    await route.getByLabel("核实单位").selectOption({ label: cdc });
    await page.getByRole("button", { name: "确认派单" }).click();
    await expect(page.getByText("传言说的就是这个单位")).toBeVisible();
    await route.getByLabel("核实单位").selectOption({ label: health });
    await route.getByLabel("撰稿单位").selectOption({ label: cdc });
    await page.getByRole("button", { name: "确认派单" }).click();
    await expect(page.getByText("传言说的就是这个单位")).toBeVisible();
    await checkPage(page, "a route that was refused");
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await db.assignment.count({ where: { claimId: claim.id } })).toBe(0);
  });

  await test.step("others are asked, and it may assist with evidence and a reply", async () => {
    await route.getByLabel("撰稿单位").selectOption({ label: "封面新闻（华西都市报）" });
    await page.getByRole("button", { name: "确认派单" }).click();
    await expect(page.getByRole("button", { name: "确认派单" })).toHaveCount(0);
    const offer = async (purpose: "verify" | "write" | "assist") => {
      const fold = page.locator("details").filter({ hasText: "再请一个单位" });
      if (!(await fold.evaluate((details: HTMLDetailsElement) => details.open)))
        await fold.getByText("再请一个单位").click();
      await fold.getByLabel("单位", { exact: true }).selectOption({ label: cdc });
      await fold.getByLabel("请它做什么").selectOption(purpose);
      await fold.getByRole("button", { name: "派单", exact: true }).click();
      return fold;
    };
    for (const purpose of ["verify", "write"] as const) {
      const fold = await offer(purpose);
      await expect(fold.getByText("传言说的就是这个单位")).toBeVisible();
    }
    await offer("assist");
    await expect
      .poll(() => db.assignment.findMany({ where: { claimId: claim.id, memberId: "dept-cdc" } }))
      .toMatchObject([{ purpose: "assist" }]);
  });

  await test.step("nor is work handed over to it", async () => {
    const coordinator = await visit(await newPerson("dept-health", "coordinator"));
    await coordinator.goto(`/desk/claims/${claim.id}`);
    await coordinator.getByText("移交给更合适的单位").first().click();
    const form = coordinator.locator("details[open]").filter({ hasText: "移交给更合适的单位" });
    await form.getByLabel("移交给").selectOption({ label: cdc });
    await form.getByLabel("理由").fill("它更清楚。");
    await form.getByRole("button", { name: "移交", exact: true }).click();
    await expect(coordinator.getByText("传言说的就是这个单位")).toBeVisible();
    const verifying = { claimId: claim.id, purpose: "verify", doneAt: null } as const;
    expect(await db.assignment.findMany({ where: verifying })).toMatchObject([{ memberId: "dept-health" }]);
  });
});
