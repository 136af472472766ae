import { expect, type Page } from "@playwright/test";
import { after, minutes, now } from "#lib/platform/clock";
import { test } from "./own-server.ts";
import { checkPage, unfold } from "./pages/axe.ts";
import { ownLib } from "./pages/own-lib.ts";

const [COUNTY, PREFECTURE] = ["mc-511722", "cac-511700"];

/** A claim that a county's centre was asked to verify just now. */
async function seedOffered() {
  const { db, seedClaim } = await ownLib();
  const wanted = {
    status: "assigned",
    urgency: "P1",
    lead: COUNTY,
    writer: "outlet-cover-news",
    places: ["511722"],
  } as const;
  const offerOf = ({ id: claimId }: { id: string }) =>
    db.assignment.findFirstOrThrow({ where: { claimId, memberId: COUNTY } });
  // One that was offered a while ago tells how long the way there is.
  const earlier = await seedClaim(wanted);
  const way = (await offerOf(earlier)).offeredAt.getTime() - earlier.story.receivedAt.getTime();
  const claim = await seedClaim({ ...wanted, receivedAt: after(now(), -way) });
  const { number } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  return { ...claim, number };
}

/** Opens the alert of a claim, as soon as it is there. */
async function openAlert(page: Page, words: string, number: number): Promise<void> {
  const alert = page
    .getByRole("listitem")
    .filter({ hasText: `#${number}` })
    .filter({ hasText: words })
    .first();
  await expect(async () => {
    await page.goto("/desk/alerts");
    await expect(alert).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await alert.getByRole("link").first().click();
}

test("nobody answers an offer: the second contact hears of it, then the next level, then the duty editor", async ({
  server,
  signInAs,
}) => {
  const coordinator = await signInAs("coordinator", COUNTY);
  await test.step("a member says who is its second contact", async () => {
    await coordinator.goto("/desk/members");
    await coordinator.getByRole("link", { name: "管理演示·撰稿人" }).click();
    await coordinator.getByRole("button", { name: "设为第二联系人" }).click();
    await expect(coordinator.getByRole("button", { name: "不再是第二联系人" })).toBeVisible();
    await checkPage(coordinator, "a second contact");
  });

  const claim = await seedOffered();
  const own = (page: Page) =>
    page.getByRole("main").getByRole("listitem").filter({ hasText: claim.story.wording }).first();
  await test.step("the member sees what happens if nobody answers", async () => {
    await coordinator.goto("/desk/assignments");
    const steps = own(coordinator);
    await expect(steps).toContainText("如果没有人回应");
    for (const step of ["的第二联系人", "上一级：达州市委网信办", "值班总编"])
      await expect(steps).toContainText(step);
    await checkPage(coordinator, "what happens if nobody answers");
  });

  await test.step("a quarter of the time: the second contact", async () => {
    await server.moveClock(minutes(16));
    await server.runChore("escalate");
    const contact = await signInAs("writer", COUNTY);
    await openAlert(contact, "还没有人回应", claim.number);
    await coordinator.goto("/desk/assignments");
    await expect(own(coordinator)).toContainText("没有回应，已告知");
  });

  const office = await signInAs("verifier", PREFECTURE);
  await test.step("half of it: the next level, which sees what is asked, and not the claim", async () => {
    await server.moveClock(minutes(31));
    await server.runChore("escalate");
    await openAlert(office, "还没有人回应", claim.number);
    await expect(office).toHaveURL(/state=passed-on/);
    await expect(own(office)).toContainText("上一级：达州市委网信办");
    await expect(own(office).getByRole("link", { name: claim.story.wording })).toHaveCount(0);
    await checkPage(office, "what is passed on");
    expect((await office.goto(`/desk/claims/${claim.id}`))?.status()).toBe(403);
    const stranger = await signInAs("verifier", "dept-health");
    await stranger.goto("/desk/assignments?state=passed-on");
    await expect(stranger.getByText("没有转上来的派单")).toBeVisible();
    expect((await stranger.goto(`/desk/claims/${claim.id}`))?.status()).toBe(403);
  });

  const editor = await signInAs("duty-editor");
  await test.step("all of it: the duty editor, who sees whom it went to and when", async () => {
    await server.moveClock(minutes(61));
    // Twice at once is told once.
    await Promise.all([server.runChore("escalate"), server.runChore("escalate")]);
    await openAlert(editor, "时限已到", claim.number);
    await expect(editor).toHaveURL(new RegExp(claim.id));
    const timeline = editor.getByRole("region", { name: "经过" });
    for (const told of ["的第二联系人", "已告知上一级：达州市委网信办", "已告知值班总编"])
      await expect(timeline.getByText(new RegExp(`宣汉县融媒体中心没有回应派单.*${told}`))).toHaveCount(1);
    await unfold(editor);
    await checkPage(editor, "a claim that nobody answered");
    await editor.goto("/desk/clocks?show=late&kind=acknowledge&level=3");
    await expect(own(editor)).toContainText("没有回应，已告知");
    await checkPage(editor, "what is late");
    await editor.goto("/en/desk/clocks");
    await expect(editor.getByRole("main").getByRole("listitem").first()).toBeVisible();
    await checkPage(editor, "what runs out next");
  });

  await test.step("the next level takes the work over", async () => {
    await office.goto("/desk/assignments?state=passed-on");
    await own(office).getByText("接过来办").click();
    await own(office).getByLabel("理由").fill("县里一直没有人接");
    await own(office).getByRole("button", { name: "接过来" }).click();
    await expect(office).toHaveURL(/\/desk\/assignments$/);
    await expect(own(office).getByRole("link", { name: claim.story.wording })).toBeVisible();
    expect((await office.goto(`/desk/claims/${claim.id}`))?.status()).toBe(200);
    await editor.goto(`/desk/claims/${claim.id}`);
    await expect(editor.getByRole("region", { name: "经过" })).toContainText("县里一直没有人接");
  });
  await server.moveClock(0);
});
