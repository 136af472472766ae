import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { callAction } from "./pages/action.ts";
import { builtActions } from "./pages/built.ts";
import { fileReport } from "./pages/citizen.ts";
import { newPerson, openReady, platform, test } from "./pages/people.ts";
import { hiddenFieldsOf, sendForm, sendReport } from "./pages/raw-form.ts";

const ourFault = /系统出了问题|Something went wrong on our side/;
/** A page without the words that its scripts carry for later. */
const drawn = (html: string) => html.replace(/<script\b.*?<\/script>/gs, "");
const reportsWith = (words: string) => db.report.findMany({ where: { text: { contains: words } } });
const unique = () => `坏输入${newId().slice(-12)}`;

/** An answer that a person can read, in the language of the address; never that we failed. */
async function expectAnswer(
  request: APIRequestContext,
  path: string,
  statuses: readonly number[],
): Promise<string> {
  const answer = await request.get(path);
  const html = drawn(await answer.text());
  expect.soft(statuses, `${path.slice(0, 80)} answers ${answer.status()}`).toContain(answer.status());
  expect.soft(html, path.slice(0, 80)).not.toMatch(ourFault);
  // What is not there or not theirs is drawn by scripts on the desk; `accessibility` looks at it.
  if (answer.ok() || !path.includes("/desk/")) {
    expect
      .soft(html, path.slice(0, 80))
      .toContain(`<html lang="${/^\/en(\/|$)/.test(path) ? "en" : "zh-CN"}"`);
  }
  return html;
}

test.describe("a report", () => {
  test("with nothing in it is not taken, in either language", async ({ page }) => {
    await openReady(page, "/report");
    await page.getByLabel("还想补充的").fill("只有这一项");
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(
      page.getByRole("alert").getByText("请填写消息原文，或者至少填一个链接、带一个文件"),
    ).toBeVisible();
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

test("a receipt that is wrong and one that cannot be one get the same words, and stay in the field", async ({
  page,
}) => {
  for (const wrong of ["0000-0000-0000-0000-0000-0000", "不是查询码", "<script>", "A".repeat(100)]) {
    await openReady(page, "/track");
    await page.getByLabel("查询码").fill(wrong);
    await page.getByRole("button", { name: "查询", exact: true }).click();
    await expect(page.getByRole("alert").getByText("没有查到。请对照保存的查询码再输一次")).toBeVisible();
    await expect(page.getByLabel("查询码")).toHaveValue(wrong);
  }
  await openReady(page, "/track");
  await page.getByRole("button", { name: "查询", exact: true }).click();
  await expect(page.getByRole("alert").getByText("请输入查询码")).toBeVisible();
});

test.describe("an address", () => {
  const forged = Buffer.from("99999999999999999.not-an-id").toString("base64url");

  test("with a forged cursor, a doubled parameter or nonsense is told so, in its language", async ({
    ask,
  }) => {
    const request = await ask();
    for (const language of ["", "/en"]) {
      const lists = [
        `/debunks?cursor=${forged}`,
        "/debunks?verdict=false&verdict=true",
        "/debunks?verdict=lies",
        "/debunks?from=2025-02-30",
        `/debunks?topic=${"a".repeat(5000)}`,
        `/corrections/older/${forged}`,
        "/debunks/__proto__",
        "/debunks/%F0%9F%98%80",
      ];
      for (const path of lists) await expectAnswer(request, language + path, [404]);
      for (const path of [
        "/?from=timeline&isappinstalled=0",
        "/track?receipt=a&receipt=b",
        "/members?q=a&q=b",
      ]) {
        await expectAnswer(request, language + path, [200]);
      }
    }
    for (const path of ["/%E0%A4%A", "/debunks/%E0%A4%A", `/${"a".repeat(9000)}`, "/debunks/..%2f..%2fetc"]) {
      const answer = await request.get(path);
      expect
        .soft([400, 404, 414], `${path.slice(0, 40)} answers ${answer.status()}`)
        .toContain(answer.status());
    }
  });

  test("of the desk with nonsense in it is told so", async ({ ask }) => {
    const claim = await seedClaim({ status: "review-1" });
    const request = await ask(await newPerson(platform, "moderator", "reviewer", "admin", "auditor"));
    const draft = `/desk/drafts/${claim.draftIds[0]}`;
    for (const language of ["", "/en"]) {
      const gone = [
        `/desk/assignments?cursor=${forged}`,
        "/desk/assignments?state=open&state=all",
        `/desk/deliveries?cursor=${forged}`,
        "/desk/audit?before=-1",
        "/desk/audit?before=99999999999999999999999",
        "/desk/audit?type=nothing",
        "/desk/audit?type=report.submitted&type=debunk.published",
        "/desk/claims/not-an-id",
        "/desk/drafts/not-an-id",
        "/desk/claims/99999999999999999999",
        "/desk/members/nobody/not-an-id",
      ];
      for (const path of gone) await expectAnswer(request, language + path, [404]);
      const open = [
        `/desk/queue?cursor=${forged}`,
        "/desk/queue?view=all&view=new",
        "/desk/queue?view=all&q=%00%27%22%3B--&q=x",
        "/desk/queue?view=all&q=%25_%5C%27%22",
        "/desk/members?q=a&q=b",
        `${draft}?against=1&against=2`,
        `${draft}?against=-1&edit=1&edit=2&done=x&done=y`,
        `/desk/claims/${claim.id}?view=nowhere&cursor=${forged}`,
      ];
      for (const path of open) await expectAnswer(request, language + path, [200]);
    }
  });

  test("of the door with nonsense in it still opens", async ({ ask }) => {
    const request = await ask();
    for (const path of [
      "/desk/sign-in?ended=1&ended=2",
      "/desk/join?token=a&token=b",
      "/desk/join?token=%00",
      "/desk/setup",
    ]) {
      await expectAnswer(request, path, [200, 404]);
      await expectAnswer(request, `/en${path}`, [200, 404]);
    }
  });
});

test("signing in with nonsense keeps the address and says what is wrong", async ({ ask }) => {
  const request = await ask();
  const attempts: Record<string, string>[] = [
    { email: "", password: "" },
    { email: "nobody", password: "x" },
    { email: "a@demo.invalid\u0000", password: "x" },
    { email: `${"a".repeat(100_000)}@demo.invalid`, password: "x" },
    { email: "a@demo.invalid", password: "x".repeat(1_000_000) },
    { email: "a@demo.invalid", "password[]": "x", "__proto__.password": "y" },
  ];
  for (const fields of attempts) {
    const answer = await sendForm(request, "/desk/sign-in", fields);
    const html = drawn(await answer.text());
    expect.soft(answer.status(), JSON.stringify(fields).slice(0, 80)).toBe(200);
    expect.soft(html).not.toMatch(ourFault);
    expect
      .soft(html.includes("请") && html.includes('role="alert"'), JSON.stringify(fields).slice(0, 80))
      .toBe(true);
  }
});

test("two moderators decide at once: the second sees what happened and keeps what was typed", async ({
  visit,
}) => {
  const claim = await seedClaim({ topicId: "health" });
  const open = async (): Promise<Page> => {
    const page = await visit(await newPerson(platform, "moderator"));
    await openReady(page, `/desk/claims/${claim.id}`);
    return page;
  };
  const [first, second] = [await open(), await open()];
  await second.getByLabel("传言的表述").fill("第二位值班员写的表述");
  await first.getByLabel("传言的表述").fill("第一位值班员写的表述");
  await first.getByRole("button", { name: "受理" }).click();
  await expect(first.getByRole("button", { name: "确认派单" })).toBeVisible();
  await second.getByRole("button", { name: "受理" }).click();
  await expect(second.getByText(/刚刚有人先处理了这条传言|这条传言刚刚有变动/).first()).toBeVisible();
  await expect(second.getByRole("textbox", { name: "传言的表述" })).toHaveValue("第二位值班员写的表述");
  await expect(second.getByText("第一位值班员写的表述").first()).toBeVisible();
  const saved = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  expect(saved).toMatchObject({ status: "triaged", wording: "第一位值班员写的表述" });
});

test.describe("the address of an action", () => {
  const bodies = [
    { type: "application/json", data: '{"text":"x"}' },
    { type: "application/json", data: '{"__proto__":' },
    { type: "text/plain;charset=UTF-8", data: '["$K1"]' },
    { type: "text/plain;charset=UTF-8", data: "$".repeat(10_000) },
    { type: "application/xml", data: "<a/>" },
    { type: "multipart/form-data; boundary=x", data: "no boundary in here" },
    { type: "application/x-www-form-urlencoded", data: "0=%5B%22%24K1%22%5D" },
    { type: "image/png", data: "\u0089PNG" },
  ];

  test("tells nothing about our insides to whoever sends it something else than a form", async ({ ask }) => {
    const request = await ask();
    const actions = builtActions().filter(({ name }) => /^(check|report|triage)Action$/.test(name));
    expect(actions).toHaveLength(3);
    for (const { id, page, name } of actions) {
      const path = page.replace(/\[\w+\]/g, newId());
      for (const { type, data } of bodies) {
        const headers = { "content-type": type, "next-action": id };
        const answer = await request.post(path, { data, headers, maxRedirects: 0 });
        const what = `${name} sent ${type} ${data.slice(0, 20)}`;
        expect.soft(answer.status(), what).toBeGreaterThanOrEqual(400);
        expect
          .soft(drawn(await answer.text()), what)
          .not.toMatch(/SyntaxError|TypeError|node_modules|\.js:\d+:\d+/);
      }
      await expectAnswer(request, "/check", [200]);
    }
  });

  test("takes an action that does not exist for the sender's mistake", async ({ ask }) => {
    const request = await ask();
    for (const id of ["7f".padEnd(42, "0"), "x", "__proto__"]) {
      const gone = { id, name: "", file: "", page: "/check" };
      const { status } = await callAction(request, gone, "/check");
      expect.soft(status >= 400 && status < 500, `${id} answers ${status}`).toBe(true);
    }
  });
});
