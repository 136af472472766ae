import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { expect, newPerson, platform, test } from "./pages/people.ts";

test("a writer answers for what may tell of a private person before it goes to review, and reviewers read who did", async ({
  visit,
}) => {
  const claim = await seedClaim({ status: "drafting" });
  const [draftId = ""] = claim.draftIds;
  const writer = await newPerson(claim.writer, "writer");
  const page = await visit(writer);
  await page.goto(`/desk/drafts/${draftId}`);
  await page.getByLabel("一句话结论").fill("网传学生李小明落水，没有这回事。");
  await page.getByRole("button", { name: "保存并送初审" }).click();
  const detail = page.getByRole("checkbox", { name: /“李小明”（姓名）/ });
  await expect(detail).toBeVisible();
  await expect(page.getByText("内容已保存。里面有可能认出普通个人的字句")).toBeVisible();
  await detail.check();
  await page.getByRole("button", { name: "保存并送初审" }).click();
  await expect(page.getByText("已送初审。").first()).toBeVisible();
  expect(await db.keptDetail.findMany({ where: { claimId: claim.id } })).toMatchObject([
    { text: "李小明", keptById: writer.id },
  ]);
  const reviewer = await visit(await newPerson(platform, "reviewer"));
  await reviewer.goto(`/desk/drafts/${draftId}`);
  await expect(reviewer.getByRole("heading", { name: "确认保留的个人信息" })).toBeVisible();
  await expect(reviewer.getByText("李小明 · 姓名")).toBeVisible();
});
