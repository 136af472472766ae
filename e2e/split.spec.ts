import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { checkPage } from "./pages/axe.ts";
import { openDesk } from "./pages/desk.ts";
import { expect, newPerson, platform, test } from "./pages/people.ts";

const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });

test("reports about something else become a claim of their own by key, and come back by another", async ({
  visit,
}) => {
  const claim = await seedClaim({ topicId: "food", reports: 4 });
  const person = await newPerson(platform, "moderator");
  const page = await openDesk(await visit(person), `/desk/claims/${claim.id}`);
  const boxes = page.getByRole("checkbox", { name: "选择这条线索" });
  await expect(boxes).toHaveCount(4);

  await page.keyboard.press("s");
  await expect(boxes.first()).toBeFocused();
  await page.getByRole("button", { name: "拆分", exact: true }).click();
  await expect(page.getByText("还没有选择线索。请先勾选。").first()).toBeVisible();
  await page.keyboard.press("s");
  await expect(boxes.first()).toBeFocused();
  await page.keyboard.press("Space");
  await expect(boxes.first()).toBeChecked();
  await boxes.nth(2).check();
  // Once something is ticked, the key leads on to the form.
  await page.keyboard.press("s");
  await expect(page.getByLabel("新传言的表述")).toBeFocused();
  await page.keyboard.type("说的是另一座桥");
  await checkPage(page, "a claim of which some reports are to be split off");
  await page.getByRole("button", { name: "拆分", exact: true }).click();

  const toast = page.getByRole("complementary", { name: "刚才的决定" });
  await expect(toast).toContainText("拆出 2 条线索");
  await expect(page.getByRole("heading", { name: "线索（2）" })).toBeVisible();
  const into = await db.claim.findFirstOrThrow({
    where: { wording: "说的是另一座桥" },
    orderBy: { number: "desc" },
  });
  expect(into).toMatchObject({ status: "received", reportCount: 2 });

  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { name: "线索（4）" })).toBeVisible();
  expect(await claimOf(into.id)).toMatchObject({ status: "duplicate", mergedIntoId: claim.id });
});

test("all of them cannot leave", async ({ visit }) => {
  const claim = await seedClaim({ topicId: "food", reports: 2 });
  const page = await openDesk(
    await visit(await newPerson(platform, "moderator")),
    `/desk/claims/${claim.id}`,
  );
  for (const box of await page.getByRole("checkbox", { name: "选择这条线索" }).all()) await box.check();
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "拆分", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "至少要留下一条线索" })).toBeVisible();
  expect(await claimOf(claim.id)).toMatchObject({ reportCount: 2 });
});
