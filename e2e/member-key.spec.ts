import type { APIRequestContext, Page } from "@playwright/test";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedKey } from "#seed/keys";
import { checkEveryLook, checkPage } from "./pages/axe.ts";
import { openFromQueue } from "./pages/desk.ts";
import { expect, newPerson, openReady, platform, someMember, test } from "./pages/people.ts";

const REPORTS = "/api/v1/reports";
const OWN = "/api/v1/member/reports";

/** What is shown of a new key, once. */
async function readSecret(page: Page): Promise<string> {
  await expect(page.getByText("密钥已生成")).toBeVisible();
  return (await page.getByText(/^bz_[0-9A-Za-z]{43}$/).textContent()) ?? "";
}

/** The application that a key was made for. */
const applicationOf = (request: APIRequestContext, secret: string) => {
  const headers = { authorization: `Bearer ${secret}` };
  return {
    file: (text: string, key?: string) =>
      request.post(REPORTS, {
        data: { text },
        headers: { ...headers, ...(key && { "idempotency-key": key }) },
      }),
    list: () => request.get(OWN, { headers }),
  };
};

test("a coordinator makes a key, the application files with it and sees its own, then it is rotated and revoked", async ({
  visit,
  ask,
}) => {
  const member = someMember();
  const name = `客户端 ${newId().slice(-8)}`;
  const text = `客户端用户送来：七里坪${newId().slice(-8)}号大坝已经裂开`;
  const page = await visit(await newPerson(member, "coordinator"));
  const request = await ask();

  await page.goto("/desk");
  await page.getByRole("navigation").getByText("更多").click();
  await page.getByRole("navigation").getByRole("link", { name: "密钥" }).click();
  await page.getByRole("link", { name: "新建密钥" }).first().click();
  await page.getByLabel("给哪个程序用").fill(name);
  await page.getByRole("button", { name: "生成密钥" }).click();
  const first = await readSecret(page);
  await expect(page.locator("pre")).toContainText(`Authorization: Bearer ${first}`);
  await page.getByRole("main").getByRole("link", { name: "接口密钥" }).last().click();
  const row = page.getByRole("article").filter({ hasText: name });
  await expect(row).toContainText(`…${first.slice(-4)}`);
  await expect(row).toContainText("还没有用过");
  await expect(page.getByText(first)).toBeHidden();

  const before = applicationOf(request, first);
  expect((await before.file(text, "1")).status()).toBe(201);
  expect((await before.file(text, "1")).status()).toBe(201);
  const { items } = await (await before.list()).json();
  expect(items.filter((item: { text: string }) => item.text === text)).toHaveLength(1);
  const others = await seedKey({ memberId: someMember(member) });
  const seenByOthers = await applicationOf(request, others.secret).list();
  expect(await seenByOthers.text()).not.toContain(text);

  await page.reload();
  await expect(row).not.toContainText("还没有用过");
  await row.getByRole("link", { name: /更换或停用/ }).click();
  await page.getByRole("radio", { name: "1 天" }).check();
  await page.getByRole("button", { name: "生成新密钥" }).click();
  const second = await readSecret(page);
  expect(second).not.toBe(first);
  await expect(page.getByText(`旧密钥（尾号 ${first.slice(-4)}）有效至`)).toBeVisible();
  const after = applicationOf(request, second);
  for (const application of [before, after]) expect((await application.list()).status()).toBe(200);

  await page.goto("/desk/keys");
  await expect(row.filter({ hasText: "已更换，即将失效" })).toContainText(first.slice(-4));
  await row
    .filter({ hasText: `…${second.slice(-4)}` })
    .getByRole("link", { name: /更换或停用/ })
    .click();
  await page.getByText(/^停用尾号/).click();
  await page.getByRole("button", { name: "立即停用" }).click();
  await expect(page.getByText("密钥已停用，从现在起不能再用。")).toBeVisible();
  const refused = await after.file(text);
  expect(refused.status()).toBe(401);
  expect(refused.headers()["www-authenticate"]).toContain('error="invalid_token"');
  expect((await before.list()).status()).toBe(200);

  const types = ["api-key.created", "api-key.rotated", "api-key.revoked"] as const;
  const keys = await db.apiKey.findMany({ where: { memberId: member, name }, select: { id: true } });
  const recorded = await db.event.findMany({
    where: { subjectId: { in: keys.map(({ id }) => id) } },
    orderBy: { seq: "asc" },
  });
  expect(recorded.map(({ type }) => type)).toEqual(types);
});

test("the desk sees which member's application sent a report", async ({ visit, ask }) => {
  const member = someMember();
  const { zh } = await db.member.findUniqueOrThrow({ where: { id: member } });
  const text = `成员客户端转来：铁佛镇${newId().slice(-8)}号桥禁止通行`;
  const { secret } = await seedKey({ memberId: member });
  expect((await applicationOf(await ask(), secret).file(text)).status()).toBe(201);
  const page = await visit(await newPerson(platform, "moderator"));
  await openFromQueue(page, text);
  await expect(page.getByText("成员单位转来").first()).toBeVisible();
  await expect(page.getByRole("main").getByText(zh, { exact: true }).first()).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a key is made, rotated and revoked just the same", async ({ browser, ask }) => {
    const person = await newPerson(someMember(), "coordinator");
    const request = await ask(person);
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await request.storageState(),
    });
    const page = await context.newPage();
    await page.goto("/desk/keys/new");
    await page.getByRole("button", { name: "生成密钥" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /给哪个程序用/ })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "报送线索" })).toBeChecked();
    await page.getByLabel("给哪个程序用").fill("无脚本");
    await page.getByRole("button", { name: "生成密钥" }).click();
    const first = await readSecret(page);
    await page.goto("/desk/keys");
    await page.getByRole("link", { name: /更换或停用密钥无脚本/ }).click();
    await page.getByRole("radio", { name: "立即失效" }).check();
    await page.getByRole("button", { name: "生成新密钥" }).click();
    const second = await readSecret(page);
    await expect(page.getByText(`旧密钥（尾号 ${first.slice(-4)}）已经失效。`)).toBeVisible();
    expect((await applicationOf(request, first).list()).status()).toBe(401);
    expect((await applicationOf(request, second).list()).status()).toBe(200);
    await page.goto("/desk/keys");
    await page.getByRole("link", { name: /更换或停用密钥无脚本/ }).click();
    await page.getByText(/^停用尾号/).click();
    await page.getByRole("button", { name: "立即停用" }).click();
    await expect(page.getByText("密钥已停用，从现在起不能再用。")).toBeVisible();
    expect((await applicationOf(request, second).list()).status()).toBe(401);
    await context.close();
  });
});

test("every state of the keys is accessible", async ({ visit }) => {
  const member = someMember();
  const page = await visit(await newPerson(member, "coordinator"));
  await openReady(page, "/desk/keys");
  await checkPage(page, "no keys");
  const inAnHour = new Date(Date.now() + 3_600_000);
  const { id } = await seedKey({ memberId: member, name: "新闻客户端" });
  const { id: ending } = await seedKey({ memberId: member, name: "旧客户端", expiresAt: inAnHour });
  await seedKey({ memberId: member, name: "停用的", revokedAt: new Date() });
  await openReady(page, "/desk/keys?revoked=1");
  await page.getByText(/近三个月失效的密钥/).click();
  await checkEveryLook(page, "keys of every kind");
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(() => localStorage.clear());
  await openReady(page, `/desk/keys/${ending}`);
  await checkPage(page, "a key that ends soon");
  await openReady(page, "/desk/keys/new");
  await page.getByRole("checkbox", { name: "报送线索" }).uncheck();
  await page.getByRole("button", { name: "生成密钥" }).click();
  await expect(page.getByRole("alert").getByRole("link").first()).toBeVisible();
  await checkPage(page, "a key with errors");
  await openReady(page, `/desk/keys/${id}`);
  await page.getByText(/^停用尾号/).click();
  await checkPage(page, "a key, unfolded");
  await page.getByRole("button", { name: "生成新密钥" }).click();
  await readSecret(page);
  await checkEveryLook(page, "a new secret");
  await openReady(page, "/en/desk/keys");
  await checkPage(page, "keys in English");
});
