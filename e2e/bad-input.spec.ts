import { expect, type Page } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { callAction } from "./pages/action.ts";
import { drawn, expectAnswer, expectNoFault } from "./pages/answer.ts";
import { builtActions } from "./pages/built.ts";
import { newPerson, openReady, platform, test } from "./pages/people.ts";
import { fromHere, sendForm } from "./pages/raw-form.ts";

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
    expectNoFault(html, JSON.stringify(fields).slice(0, 80));
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
        const headers = { ...fromHere, "content-type": type, "next-action": id };
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
