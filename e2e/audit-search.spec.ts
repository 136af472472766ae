import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { checkEveryLook, checkPage } from "./pages/axe.ts";
import { expect, newPerson, platform, test } from "./pages/people.ts";

test("an auditor finds what became of a claim, what somebody did, and takes it along", async ({ visit }) => {
  const claim = await seedClaim({ status: "assigned" });
  const { number } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  const page = await visit(await newPerson(platform, "auditor"));
  await page.goto("/desk/audit");

  await page.getByLabel("传言编号").fill(`#${number}`);
  await page.getByRole("button", { name: "查看", exact: true }).click();
  const links = page.getByRole("link", { name: `打开传言 #${number}` });
  await expect(links.first()).toBeVisible();
  expect(await page.getByRole("link", { name: /^打开传言/ }).count()).toBe(await links.count());
  await checkEveryLook(page, "the log of a claim");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "另存为表格（CSV）" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);

  await page.getByLabel("传言编号").fill("十二");
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await expect(page.getByText("请填写传言编号")).toBeVisible();
  await expect(page.getByLabel("传言编号")).toHaveValue("十二");
  await checkPage(page, "a claim's number that is none");

  await page.goto(`/desk/audit?person=${encodeURIComponent("没有这个人")}`);
  await expect(page.getByRole("heading", { name: "没有符合条件的记录" })).toBeVisible();
});

test("nobody else takes the log along", async ({ ask }) => {
  const moderator = await ask(await newPerson(platform, "moderator"));
  expect((await moderator.get("/desk/audit/export")).status()).toBe(403);
  expect((await (await ask()).get("/desk/audit/export")).status()).toBe(401);
  const auditor = await ask(await newPerson(platform, "auditor"));
  expect((await auditor.get("/desk/audit/export?claim=x")).status()).toBe(422);
});
