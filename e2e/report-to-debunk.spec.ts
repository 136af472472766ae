import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { fileReport, track } from "./pages/citizen.ts";
import { approve, openFromQueue } from "./pages/desk.ts";

const COUNTY = "mc-511722";
/** The county's media centre writes, so the prefecture's cyberspace office verifies. */
const PREFECTURE = "cac-511700";

/** A claim of its own for every run. */
const unique = () => `宣汉县${Math.random().toString(36).slice(2, 8)}号水塔已经倒塌，压伤三十人`;

test("seven different people carry a report to a published notice and to the citizen who asked", async ({
  page,
  signInAs,
  request,
}) => {
  const words = unique();
  const title = `“${words.slice(0, 14)}”？不实`;

  const receipt = await test.step("a citizen files a report and gets a receipt", async () =>
    fileReport(page, { text: words }));
  await track(page, receipt);

  await test.step("a moderator triages it and confirms the proposed route", async () => {
    const moderator = await signInAs("moderator");
    await openFromQueue(moderator, words);
    await moderator.getByLabel("领域", { exact: true }).selectOption({ label: "公共安全与突发事件" });
    await expect(moderator.getByRole("checkbox", { name: /宣汉县/ })).toBeChecked();
    await moderator.getByRole("button", { name: "受理", exact: true }).click();
    await moderator.getByRole("button", { name: "确认派单" }).click();
    await expect(moderator.getByText(/达州市委网信办核实/).first()).toBeVisible();
  });

  await test.step("a verifier of the prefecture accepts, adds evidence and finds", async () => {
    const verifier = await signInAs("verifier", PREFECTURE);
    await openAssigned(verifier, words);
    await verifier.getByRole("button", { name: "接单" }).first().click();
    await addEvidence(verifier);
    await verifier.getByText("提交查证结论").first().click();
    await verifier.getByRole("radio", { name: "不实" }).check();
    await verifier.getByLabel("要点").fill("现场没有水塔倒塌。\n医院没有收治伤者。");
    await verifier.getByLabel("我们怎么知道的").fill("到现场查看，并向医院和应急部门核实。");
    await verifier.getByRole("button", { name: "提交结论" }).click();
    await expect(verifier.getByText("不实").first()).toBeVisible();
  });

  await test.step("a writer accepts, writes and sends the text to review", async () => {
    const writer = await signInAs("writer", COUNTY);
    await openAssigned(writer, words);
    await writer.getByRole("button", { name: "接单" }).first().click();
    await writer.getByRole("link", { name: "写辟谣稿" }).click();
    await writer.getByLabel("标题", { exact: true }).fill(title);
    await writer.getByLabel("一句话结论").fill("水塔完好，没有人员受伤。");
    await writer.getByLabel("读者该怎么做").fill("请不要转发，以县应急管理局的通报为准。");
    for (const box of await writer.getByRole("checkbox", { name: /现场核查记录/ }).all()) await box.check();
    await writer.getByLabel("我确认从稿件里认不出任何普通个人").check();
    await writer.getByRole("button", { name: "保存并送初审" }).click();
    await expect(writer.getByText("已送初审。").first()).toBeVisible();
  });

  await test.step("three other people review it", async () => {
    await approve(await signInAs("reviewer", COUNTY), words);
    await approve(await signInAs("reviewer"), words);
  });

  const slug = await test.step("the duty editor gives the final approval and publishes", async () => {
    const editor = await signInAs("duty-editor");
    await approve(editor, words);
    await editor.getByRole("button", { name: "发布", exact: true }).click();
    const notice = editor.getByRole("link", { name: "看公开页面" }).first();
    await expect(notice).toBeVisible();
    const href = await notice.getAttribute("href");
    return href?.split("/").at(-1) ?? "";
  });

  await test.step("readers find it on the home page, on its own page and in the API", async () => {
    await expect(async () => {
      await page.goto("/");
      await expect(page.getByRole("link", { name: title })).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await page.goto(`/debunks/${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    const list = await (await request.get("/api/v1/debunks")).json();
    expect(list.items.map((item: { slug: string }) => item.slug)).toContain(slug);
  });

  await test.step("and the citizen reads the answer on the tracking page", async () => {
    await track(page, receipt);
    await expect(page.getByText("核查结论已经发布。")).toBeVisible();
    await page.getByRole("link", { name: title }).click();
    await expect(page).toHaveURL(new RegExp(`/debunks/${slug}$`));
  });
});

async function openAssigned(page: Page, words: string): Promise<void> {
  await page.goto("/desk/assignments");
  await page.getByRole("link", { name: words }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(words);
}

async function addEvidence(page: Page): Promise<void> {
  await page.getByText("添加证据", { exact: true }).first().click();
  await page.getByLabel("类型").selectOption({ label: "现场走访" });
  await page.getByLabel("发布者").fill("宣汉县应急管理局");
  await page.getByLabel("标题", { exact: true }).fill("现场核查记录");
  await page.getByLabel("它说明了什么").fill("水塔完好，没有倒塌。");
  await page.getByLabel("第一手来源").check();
  await page.getByRole("button", { name: "添加", exact: true }).click();
  await expect(page.getByText("现场核查记录").first()).toBeVisible();
}
