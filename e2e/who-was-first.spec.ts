import { reviewDraft } from "#lib/editorial/review-draft";
import { saveDraft } from "#lib/editorial/save-draft";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { actorOf } from "#seed/people";
import { checkPage } from "./pages/axe.ts";
import { expect, newPerson, openReady, platform, test } from "./pages/people.ts";

const reviewed = async () => {
  const claim = await seedClaim({ status: "review-1" });
  const [draftId = ""] = claim.draftIds;
  const { latestVersion: version } = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
  return { claim, draftId, version };
};

test("a reviewer who comes second hears who returned the text and why, and keeps what was typed", async ({
  visit,
}) => {
  const { draftId, version } = await reviewed();
  const first = await newPerson(platform, "reviewer");
  const page = await visit(await newPerson(platform, "reviewer"));
  await openReady(page, `/desk/drafts/${draftId}`);
  await page.getByRole("textbox", { name: "意见" }).fill("第二段还差一处出处");
  const review = {
    draftId,
    version,
    stage: "review-1" as const,
    decision: "returned" as const,
    checklist: [],
  };
  expect(await reviewDraft(actorOf(first), { ...review, comment: "请先补充检测报告" })).toEqual({ ok: true });
  await page.getByRole("button", { name: "退回修改" }).click();
  const refusal = page.getByRole("alert");
  await expect(refusal.getByText("先一步的处理")).toBeVisible();
  await expect(refusal.getByText("请先补充检测报告")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "意见" })).toHaveValue("第二段还差一处出处");
  await checkPage(page, "a review that came second");
});

test("a writer who saves second sees whose text was first beside both texts", async ({ visit }) => {
  const { claim, draftId, version } = await reviewed();
  const page = await visit(await newPerson(claim.writer, "writer"));
  await openReady(page, `/desk/drafts/${draftId}?edit=1`);
  const { content } = await db.draftVersion.findFirstOrThrow({ where: { draftId, number: version } });
  const saved = { claimId: claim.id, draftId, baseVersion: version };
  const advice = "请以通告为准，不必囤水。";
  expect(await saveDraft(claim.actors.writer, { ...saved, content: { ...content, advice } })).toMatchObject({
    ok: true,
  });
  await page.getByLabel("读者该怎么做").fill("我写的另一句建议。");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  const conflict = page.getByRole("alert");
  await expect(conflict.getByText("先一步的处理")).toBeVisible();
  await expect(conflict.getByText(claim.actors.writer.name)).toBeVisible();
  await expect(page.getByLabel("读者该怎么做")).toHaveValue("我写的另一句建议。");
  await expect(page.getByText(advice).first()).toBeVisible();
});
