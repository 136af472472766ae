import { claimStatuses, isClosed, isPublished } from "#lib/claims/status";
import { makePasswordLink } from "#lib/members/make-password-link";
import { seedClaim } from "#seed/claims";
import { actorOf } from "#seed/people";
import { checkEveryLook, checkPage, look, unfold } from "./pages/axe.ts";
import { seedUnwritten } from "./pages/member-work.ts";
import { expect, newPerson, platform, someMember, test } from "./pages/people.ts";

const member = someMember();

test.describe("what the desk sees", () => {
  test("the door: as it is, after an error, after a session ended, with a bad link", async ({ page }) => {
    await look(page, "/desk/sign-in", 200, checkEveryLook);
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(page.getByRole("alert").getByRole("link").first()).toBeVisible();
    await checkPage(page, "signing in with nothing");
    await look(page, "/desk/sign-in?ended=1");
    await look(page, "/desk/join?token=nothing");
    const [maker, { id: userId }] = [
      await newPerson(member, "coordinator"),
      await newPerson(member, "writer"),
    ];
    const made = await makePasswordLink(actorOf(maker), { userId, memberId: member });
    await look(page, `/desk/reset?token=${made.ok ? made.token : ""}`);
    await expect(page.getByRole("heading", { name: "设置新密码" })).toBeVisible();
    await look(page, "/en/desk/sign-in");
  });

  test("the queue, and what is not there or not theirs", async ({ visit }) => {
    const page = await visit(await newPerson(platform, "moderator"));
    await look(page, "/desk/queue", 200, checkEveryLook);
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate(() => localStorage.clear());
    for (const view of ["new", "overdue", "answered", "mine", "snoozed", "published", "closed", "all"])
      await look(page, `/desk/queue?view=${view}`);
    await look(page, "/desk/queue?view=all&q=qzxvwkjh");
    await look(page, "/desk/queue?view=nowhere");
    await look(page, "/desk/queue/views?view=open&topic=food&urgency=P0");
    await look(page, "/en/desk/queue");
    await look(page, "/desk/answer-texts");
    await look(page, "/desk/routing");
    await look(page, "/en/desk/routing");
    await look(page, "/desk/clocks");
    await look(page, "/desk/clocks?show=late&kind=verdict");
    await look(page, "/desk/clocks?kind=objection&level=2");
    await look(page, "/en/desk/clocks");
    await look(page, "/desk/claims/999999999", 404);
    await look(page, "/desk/audit", 403);
  });

  for (const [who, of] of [
    ["open", claimStatuses.filter((status) => !isClosed(status) && !isPublished(status))],
    ["ended", claimStatuses.filter((status) => isClosed(status) || isPublished(status))],
  ] as const) {
    test(`a claim, ${who}, as a moderator sees it`, async ({ visit }) => {
      const page = await visit(await newPerson(platform, "moderator"));
      const reports = [{ text: "网传说法，电话 13800138000", email: "name@example.org" }, { text: "又一条" }];
      for (const status of of) {
        const claim = await seedClaim({ status, reports });
        await page.goto(`/desk/claims/${claim.id}?view=all`);
        await unfold(page);
        await checkPage(page, `a claim, ${status}, unfolded`);
      }
    });
  }

  test("a claim as a member sees it, and its lists", async ({ visit }) => {
    const page = await visit(await newPerson(member, "coordinator", "verifier", "writer", "reviewer"));
    for (const status of ["assigned", "verifying", "drafting", "review-1", "published"] as const) {
      const part = status === "assigned" || status === "verifying" ? "lead" : "writer";
      const claim = await seedClaim({ status, [part]: member });
      await look(page, `/desk/claims/${claim.id}`);
    }
    for (const path of [
      "assignments",
      "duty",
      "reviews",
      "deliveries",
      "members",
      "members/invite",
      "account",
    ]) {
      await look(page, `/desk/${path}`);
    }
    await look(page, "/desk/assignments?state=all");
    await look(page, "/desk/deliveries?state=all");
    await look(page, "/en/desk/assignments");
    await look(page, "/en/desk/duty");
  });

  test("a draft: new, in work, with errors; and a correction", async ({ visit }) => {
    const page = await visit(await newPerson(member, "writer"));
    const at = { writer: member };
    await look(page, `/desk/claims/${(await seedUnwritten(member)).id}/draft`, 200, checkEveryLook);
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate(() => localStorage.clear());
    const [draft] = (await seedClaim({ ...at, status: "drafting" })).draftIds;
    await look(page, `/desk/drafts/${draft}`);
    await page.getByLabel("标题", { exact: true }).fill("");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("alert").getByRole("link").first()).toBeVisible();
    await checkPage(page, "a draft with errors");
    await look(page, `/desk/claims/${(await seedClaim({ ...at, status: "published" })).id}/correction`);
    await page.getByRole("button", { name: "开始修改" }).click();
    await expect(page.getByRole("alert").getByRole("link").first()).toBeVisible();
    await checkPage(page, "a correction with errors");
  });

  test("a draft under review at every stage, with its changes", async ({ visit }) => {
    const reviewer = await visit(await newPerson(platform, "reviewer", "duty-editor"));
    for (const status of ["review-1", "review-2", "review-3", "published"] as const) {
      const [draft] = (await seedClaim({ status })).draftIds;
      await look(reviewer, `/desk/drafts/${draft}`);
    }
    const corrected = await seedClaim({ status: "corrected" });
    await look(reviewer, `/desk/drafts/${corrected.draftIds[1]}?against=published`);
    await look(reviewer, "/desk/reviews");
  });

  test("what administrators and auditors see", async ({ visit }) => {
    const admin = await visit(await newPerson(platform, "admin", "auditor"));
    const colleague = await newPerson(member, "writer");
    for (const path of [
      "members",
      "members?q=qzxv",
      "members/invite",
      "audit",
      "deliveries",
      "assignments",
    ]) {
      await look(admin, `/desk/${path}`);
    }
    await look(admin, `/desk/members/${member}/${colleague.id}`);
    await admin.getByText("忘记密码", { exact: true }).click();
    await admin.getByRole("button", { name: "生成链接" }).click();
    await expect(admin.getByText("链接已生成")).toBeVisible();
    await checkPage(admin, "a link for a new password");
    await look(admin, "/en/desk/audit");
  });
});
