import { after, hours, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { checkPage } from "./pages/axe.ts";
import { expect, newPerson, platform, test } from "./pages/people.ts";

/** Letters alone: runs of digits would be taken for personal details. */
const ownWords = () =>
  newId().replace(/[\d-]/g, (sign) => String.fromCharCode(97 + (sign.charCodeAt(0) % 23)));

test("the queue stands by urgency and by what is due, says why, and what is put off leaves it", async ({
  visit,
}) => {
  const [topicId, words] = ["finance-fraud", ownWords()];
  const seed = (urgency: "P0" | "P2", said: string, ago: number) =>
    seedClaim({ topicId, urgency, wording: `${said}${words}`, receivedAt: after(now(), -ago) });
  const fresh = await seed("P2", "普通的事", minutes(1));
  await seed("P0", "危险的事", hours(3));
  await db.claim.update({ where: { id: fresh.id }, data: { askedLately: 64 } });
  await db.clock.updateMany({
    where: { claimId: fresh.id, NOT: { dueAt: null } },
    data: { dueAt: after(now(), hours(9)) },
  });

  const page = await visit(await newPerson(platform, "moderator"));
  await page.goto(`/desk/queue?view=open&topic=${topicId}&urgency=P0&urgency=P2`);
  const rows = page.getByRole("list", { name: "处理中" }).getByRole("listitem");
  const place = async (text: string) => (await rows.allTextContents()).findIndex((row) => row.includes(text));
  await expect(rows.filter({ hasText: `危险的事${words}` })).toContainText("受理超时");
  await expect(rows.filter({ hasText: `普通的事${words}` })).toContainText("近一小时 64 人问起");
  expect(await place(`危险的事${words}`)).toBeLessThan(await place(`普通的事${words}`));
  await checkPage(page, "the queue in its order");

  await test.step("filters can be taken back one by one, and saved", async () => {
    const chosen = page.getByRole("list", { name: "已选条件" });
    await expect(chosen.getByRole("listitem")).toHaveCount(3);
    await chosen.getByRole("link", { name: /P2/ }).click();
    await expect(page).not.toHaveURL(/urgency=P2/);
    await page.getByRole("link", { name: "存下这组条件" }).click();
    await page.getByLabel("名称").fill("紧急的金融传言");
    await page.getByRole("button", { name: "存下" }).click();
    await expect(page.getByRole("list", { name: "已有的" }).getByRole("listitem")).toHaveCount(1);
    await checkPage(page, "saved views");
    await page.getByRole("list", { name: "已有的" }).getByRole("link").click();
    await expect(page).toHaveURL(/urgency=P0/);
    await expect(page.getByRole("link", { name: "紧急的金融传言" })).toHaveAttribute("aria-current", "page");
  });

  await test.step("a claim is put off by key, with the reason, and stands among what is snoozed", async () => {
    await page.goto(`/desk/claims/${fresh.id}`);
    const reason = page.getByLabel("为什么现在不处理");
    await expect(async () => {
      await page.keyboard.press("z");
      await expect(reason).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await reason.fill("等主管部门通报");
    await page.getByRole("button", { name: "暂缓", exact: true }).click();
    await expect(page.getByText("等主管部门通报").first()).toBeVisible();
    await page.goto(`/desk/queue?view=open&q=${words}`);
    await expect(rows).toHaveCount(1);
    await page.goto(`/desk/queue?view=snoozed&q=${words}`);
    await expect(page.getByRole("list", { name: "已暂缓" }).getByRole("listitem")).toContainText("暂缓至");
  });
});
