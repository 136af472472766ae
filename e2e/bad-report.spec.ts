import { expect } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { expectAnswer } from "./pages/answer.ts";
import { fileReport } from "./pages/citizen.ts";
import { openReady, test } from "./pages/people.ts";
import { fromHere, hiddenFieldsOf, sendForm, sendReport } from "./pages/raw-form.ts";

const reportsWith = (words: string) => db.report.findMany({ where: { text: { contains: words } } });
/** Without digits: many of them in a row could be somebody's number, which is not stored. */
const unique = () =>
  `坏输入${newId()
    .slice(-12)
    .replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "")}`;

test.describe("a report", () => {
  test("with nothing in it is not taken, in either language", async ({ page }) => {
    await openReady(page, "/report");
    await page.getByLabel("还想补充的").fill("只有这一项");
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(page.getByRole("alert").getByText("请填写消息原文，或者附一张截图")).toBeVisible();
    await expect(page.getByLabel("还想补充的")).toHaveValue("只有这一项");
    await page.evaluate(() => localStorage.clear());
    await openReady(page, "/en/report");
    await page.getByLabel("The message").fill("   ");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByRole("alert").getByRole("link")).toHaveText(/[A-Za-z]/);
  });

  test("of a million characters is said to be too long, and stays in the field", async ({ page }) => {
    const text = `${unique()}长`.padEnd(1_000_000, "长");
    await openReady(page, "/report");
    await page.getByLabel("消息原文").evaluate(
      (area: HTMLTextAreaElement, long) => {
        area.value = long;
      },
      text.slice(0, 300_000),
    );
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(page.getByRole("alert").getByText("文字太长了，请缩短")).toBeVisible();
    await expect(page.getByLabel("消息原文")).toHaveValue(/^坏输入/);
  });

  test("far above every limit is refused and nothing breaks", async ({ ask }) => {
    const request = await ask();
    const answer = await sendForm(request, "/report", { text: "长".repeat(1_000_000) });
    expect(answer.status()).toBeLessThan(500);
    await expectAnswer(request, "/report", [200]);
  });

  test("with NUL, lone surrogates and direction overrides is stored as plain text", async ({ page, ask }) => {
    const [request, words] = [await ask(), unique()];
    const sent = await sendReport(request, { text: `\u202e${words}\u0000\u2066正文\u202c\u0007` });
    expect(sent.status()).toBe(303);
    expect(await reportsWith(words)).toMatchObject([{ text: `${words}正文` }]);

    const others = unique();
    await openReady(page, "/report");
    await page.getByLabel("消息原文").evaluate((area: HTMLTextAreaElement, start) => {
      area.value = `${start}\ud800半个字\udfff`;
    }, others);
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(page.getByRole("heading", { name: "已收到，谢谢你来问" })).toBeVisible();
    expect(await reportsWith(others)).toMatchObject([{ text: `${others}半个字` }]);
  });

  test("with keys that reach for the prototype is an ordinary report", async ({ ask }) => {
    const [request, words] = [await ask(), unique()];
    const sent = await sendReport(request, {
      text: words,
      "__proto__.polluted": "yes",
      "__proto__[polluted]": "yes",
      "constructor.prototype.polluted": "yes",
      "constructor[prototype][polluted]": "yes",
      "text.__proto__": "yes",
      __proto__: "yes",
    });
    expect(sent.status()).toBe(303);
    expect(await reportsWith(words)).toMatchObject([{ text: words }]);
    expect((await request.get("/api/v1/topics")).status()).toBe(200);
  });

  test("with a receipt in it is not taken, so that the receipt stays private", async ({ page }) => {
    const [receipt, words] = [await fileReport(page, { text: unique() }), unique()];
    await openReady(page, "/report");
    await page.getByLabel("消息原文").fill(`${words} 我的查询码是 ${receipt}`);
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(page.getByRole("alert").getByText("这里面有查询码")).toBeVisible();
    await expect(page.getByLabel("消息原文")).toHaveValue(new RegExp(receipt));
    expect(await reportsWith(words)).toEqual([]);
  });

  test("sent by a double click is one report with one receipt", async ({ page }) => {
    const words = unique();
    await openReady(page, "/report");
    await page.getByLabel("消息原文").fill(words);
    await page.getByRole("button", { name: "提交", exact: true }).dblclick();
    await expect(page.getByRole("heading", { name: "已收到，谢谢你来问" })).toBeVisible();
    expect(await reportsWith(words)).toHaveLength(1);
  });

  test("sent many times at once is one report with one receipt", async ({ ask }) => {
    const [request, words] = [await ask(), unique()];
    const fields = hiddenFieldsOf(await (await request.get("/report")).text(), "text");
    const senders = await Promise.all(Array.from({ length: 8 }, () => ask()));
    const receipts = await Promise.all(
      senders.map(async (sender) => {
        const answer = await sender.post("/report", {
          multipart: { ...fields, text: words },
          headers: fromHere,
          maxRedirects: 0,
        });
        expect(answer.status()).toBe(303);
        return receiptIn(await (await sender.get("/report/done")).text());
      }),
    );
    expect(receipts[0]).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
    expect(new Set(receipts).size).toBe(1);
    expect(await reportsWith(words)).toHaveLength(1);
  });
});

const receiptIn = (html: string): string =>
  /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(html.replace(/<[^>]*>/g, ""))?.[0] ?? "";
