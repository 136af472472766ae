import { expect, test } from "./fixtures.ts";
import { fileReport, track } from "./pages/citizen.ts";
import { openFromQueue } from "./pages/desk.ts";

test("two reports of one rumor become one claim, whose answer both citizens read; the merge can be undone", async ({
  page,
  signInAs,
}) => {
  test.setTimeout(120_000);
  const place = Math.random().toString(36).slice(2, 8);
  const first = `${place}小区自来水里检出放射性物质`;
  const second = `听说${place}小区的自来水检出放射性物质了`;
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
