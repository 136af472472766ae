import { expect, test } from "./fixtures.ts";
import { fileReport, track } from "./pages/citizen.ts";
import { openFromQueue } from "./pages/desk.ts";

test("two reports of one rumor become one claim, whose answer both citizens read; the merge can be undone", async ({
  page,
  signInAs,
}) => {
  const place = Math.random().toString(36).slice(2, 8);
  // Who asks how or why may mean something else: a person decides.
  const first = `${place}自来水有毒`;
  const second = `${place}的自来水怎么有毒了`;
  await fileReport(page, { text: first });
  const receipt = await fileReport(page, { text: second });

  const desk = await signInAs("moderator");
  await openFromQueue(desk, first);
  const number = /#(\d+)/.exec(
    (await desk
      .getByText(/^传言 #\d+$/)
      .first()
      .textContent()) ?? "",
  )?.[1];

  await test.step("the desk shows the similar claim with its reason, and takes one key to merge", async () => {
    await openFromQueue(desk, second);
    const merge = desk.getByRole("button", { name: `并入 #${number}` });
    await expect(merge).toBeVisible();
    await expect(desk.getByText("相同的字句").first()).toBeVisible();
    await merge.click();
    await expect(
      desk
        .getByText("已合并")
        .or(desk.getByText(`并入传言 #${number}`))
        .first(),
    ).toBeVisible();
  });

  await test.step("the citizen of the duplicate is told that others asked the same", async () => {
    await track(page, receipt);
    await expect(page.getByText("共有 2 个人问过这件事")).toBeVisible();
  });

  await test.step("the merge is undone from the claim that it went into", async () => {
    await openFromQueue(desk, first);
    await expect(desk.getByRole("heading", { name: "线索（2）" })).toBeVisible();
    await desk.getByRole("button", { name: "撤销合并" }).first().click();
    await expect(desk.getByRole("heading", { name: "线索（1）" })).toBeVisible();
    await track(page, receipt);
    await expect(page.getByText("共有 2 个人问过这件事")).toBeHidden();
  });
});

test("a suggestion that a person rejects is not made again, and counts as a label", async ({
  page,
  signInAs,
}) => {
  const place = Math.random().toString(36).slice(2, 8);
  const first = `${place}停水五天`;
  const second = `${place}怎么停水五天`;
  await fileReport(page, { text: first });
  await fileReport(page, { text: second });
  const desk = await signInAs("moderator");
  const decided = async () => {
    await desk.goto("/desk/matching");
    const row = desk.getByRole("row", { name: /^可能相同/ });
    return (await row.count()) === 0 ? 0 : Number(await row.getByRole("cell").first().textContent());
  };
  const before = await decided();
  await openFromQueue(desk, second);
  const suggestions = desk.getByRole("region", { name: "可能是同一条传言" });
  const suggestion = suggestions.getByRole("listitem").filter({ hasText: first });
  await suggestion.getByRole("button", { name: "不是同一条" }).click();
  await expect(suggestion).toBeHidden();
  await openFromQueue(desk, first);
  await expect(suggestions.getByRole("listitem").filter({ hasText: second })).toBeHidden();
  expect(await decided()).toBeGreaterThan(before);
});
