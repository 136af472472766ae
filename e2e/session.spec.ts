import type { Page } from "@playwright/test";
import { endSessionsOf } from "#lib/access/end-sessions";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { seedUnwritten } from "./pages/member-work.ts";
import { expect, newPerson, openReady, platform, type Somebody, someMember, test } from "./pages/people.ts";
import { sendForm } from "./pages/raw-form.ts";

const member = someMember();

/** The door, with the words for somebody who was inside a moment ago. */
async function expectShownOut(page: Page, path = "/desk/account"): Promise<void> {
  await page.goto(path);
  await expect(page).toHaveURL(/\/desk\/sign-in/);
  await expect(page.getByText("你已经退出登录", { exact: true })).toBeVisible();
}

async function expectInside(page: Page): Promise<void> {
  await page.goto("/desk/account");
  await expect(page.getByRole("heading", { name: "我的账号" })).toBeVisible();
}

test("signing out ends the session for whoever copied its cookie", async ({ visit, browser }) => {
  const page = await visit(await newPerson(platform, "moderator"));
  const thief = await browser.newContext({ storageState: await page.context().storageState() });
  const copy = await thief.newPage();
  await expectInside(copy);
  await page.goto("/desk/queue");
  await page.getByText("测试·moderator").click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/\/desk\/sign-in/);
  await expectShownOut(copy);
  expect(await (await copy.request.get("/desk/queue", { maxRedirects: 0 })).text()).not.toContain(
    "测试·moderator",
  );
  await thief.close();
});

test("the desk has one door: nobody is signed in past it", async ({ ask }) => {
  const [{ id, email, password }, request] = [await newPerson(platform, "moderator"), await ask()];
  const asked = await request.get("/api/auth/csrf");
  const { csrfToken = "" } = asked.ok() ? await asked.json() : {};
  const form = { email, password, csrfToken };
  const answer = await request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
  expect(answer.status()).toBe(404);
  expect(await db.session.count({ where: { userId: id } })).toBe(0);
  expect((await request.get("/desk/account", { maxRedirects: 0 })).status()).toBe(307);
  for (const path of ["csrf", "session", "providers", "signin", "signout", "callback/credentials"]) {
    expect.soft((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
  }
});

test("a new password ends the sessions in other browsers, and not this one", async ({ visit }) => {
  const person = await newPerson(member, "writer");
  const [here, elsewhere] = [await visit(person), await visit(person)];
  await expectInside(elsewhere);
  await expectInside(here);
  const password = `fresh ${newId()}`;
  await here.getByLabel("现在的密码").fill(person.password);
  await here.getByLabel("新密码", { exact: true }).fill(password);
  await here.getByLabel("再输入一次新密码").fill(password);
  await here.getByRole("button", { name: "修改密码" }).click();
  await expect(here.getByText("密码已修改")).toBeVisible();
  await expectInside(here);
  await expectShownOut(elsewhere);
  await enter(elsewhere, person);
  await expect(elsewhere.getByText("邮箱或密码不对")).toBeVisible();
  await enter(elsewhere, { ...person, password });
  await expect(elsewhere).not.toHaveURL(/sign-in/);
});

async function enter(page: Page, { email, password }: Pick<Somebody, "email" | "password">): Promise<void> {
  await page.getByLabel("邮箱").fill(email);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

test("other roles end the sessions at once, and the next one has the new roles", async ({ visit }) => {
  const person = await newPerson(member, "writer", "reviewer");
  const [coordinator, theirs] = [await visit(await newPerson(member, "coordinator")), await visit(person)];
  await expectInside(theirs);
  await coordinator.goto(`/desk/members/${member}/${person.id}`);
  await coordinator.getByRole("checkbox", { name: "审稿人" }).uncheck();
  await coordinator.getByRole("button", { name: "保存岗位" }).click();
  await expect(coordinator.getByText("岗位已调整")).toBeVisible();
  await expectShownOut(theirs, "/desk/reviews");
  await enter(theirs, person);
  await expect(theirs).not.toHaveURL(/sign-in/);
  expect((await theirs.goto("/desk/reviews"))?.status()).toBe(403);
});

test("whoever is removed is out at once and cannot come back", async ({ visit }) => {
  const person = await newPerson(member, "verifier");
  const [coordinator, theirs] = [await visit(await newPerson(member, "coordinator")), await visit(person)];
  await expectInside(theirs);
  await coordinator.goto(`/desk/members/${member}/${person.id}`);
  await coordinator.getByText("移出单位", { exact: true }).click();
  await coordinator.getByRole("button", { name: "移出", exact: true }).click();
  await expect(coordinator.getByText("已移出单位。")).toBeVisible();
  await expectShownOut(theirs);
  await enter(theirs, person);
  await expect(theirs.getByText("邮箱或密码不对")).toBeVisible();
});

test("whoever has forgotten the password gets a link, which works once and ends what was open", async ({
  visit,
  browser,
}) => {
  const person = await newPerson(member, "writer");
  const [coordinator, theirs] = [await visit(await newPerson(member, "coordinator")), await visit(person)];
  await expectInside(theirs);
  await coordinator.goto(`/desk/members/${member}/${person.id}`);
  await coordinator.getByText("忘记密码", { exact: true }).click();
  await coordinator.getByRole("button", { name: "生成链接" }).click();
  const link = (await coordinator.getByText(/\/desk\/reset\?token=/).textContent()) ?? "";
  await expectInside(theirs);
  const elsewhere = await browser.newContext();
  const page = await elsewhere.newPage();
  await page.goto(new URL(link).pathname + new URL(link).search);
  const password = `fresh ${newId()}`;
  await page.getByLabel("新密码", { exact: true }).fill(password);
  await page.getByLabel("再输入一次新密码").fill(password);
  await page.getByRole("button", { name: "保存并登录" }).click();
  await expect(page).not.toHaveURL(/reset/);
  await expectInside(page);
  await expectShownOut(theirs);
  await page.goto(new URL(link).pathname + new URL(link).search);
  await expect(page.getByRole("heading", { name: "这个链接不能用" })).toBeVisible();
  await enter(theirs, person);
  await expect(theirs.getByText("邮箱或密码不对")).toBeVisible();
  await enter(theirs, { ...person, password });
  await expect(theirs).not.toHaveURL(/sign-in/);
  await elsewhere.close();
});

test("an invitation that was withdrawn opens nothing", async ({ visit, page }) => {
  const coordinator = await visit(await newPerson(member, "coordinator"));
  const name = `被收回的${newId().slice(-6)}`;
  await coordinator.goto("/desk/members/invite");
  await coordinator.getByLabel("姓名").fill(name);
  await coordinator.getByLabel("邮箱").fill(`${newId()}@example.org`);
  await coordinator.getByRole("checkbox", { name: "撰稿人" }).check();
  await coordinator.getByRole("button", { name: "生成邀请链接" }).click();
  const link = new URL((await coordinator.getByText(/\/desk\/join\?token=/).textContent()) ?? "");
  await page.goto(link.pathname + link.search);
  await expect(page.getByRole("button", { name: "加入并登录" })).toBeVisible();
  await coordinator.goto("/desk/members");
  await coordinator.getByRole("button", { name: `收回 ${name}` }).click();
  await expect(coordinator.getByText(name)).toHaveCount(0);
  await page.goto(link.pathname + link.search);
  await expect(page.getByRole("heading", { name: "这个链接不能用" })).toBeVisible();
});

test("a browser that was signed in before is let in while strangers guess", async ({ visit }) => {
  const person = await newPerson(member, "writer");
  const [theirs, stranger] = [await visit(person), await visit(await newPerson(member, "writer"))];
  await leave(theirs);
  await leave(stranger);
  for (let turn = 0; turn < 10; turn += 1) {
    const guess = { email: person.email, password: `a guess ${turn}` };
    const answer = await sendForm(stranger.context().request, "/desk/sign-in", guess);
    expect(await answer.text()).toContain("邮箱或密码不对");
  }
  await enter(stranger, person);
  await expect(stranger.getByText("密码输错的次数太多了")).toBeVisible();
  await enter(theirs, person);
  await expect(theirs).not.toHaveURL(/sign-in/);
});

async function leave(page: Page): Promise<void> {
  await page.goto("/desk/account");
  await page.getByRole("main").getByRole("button", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/sign-in/);
}

test.describe("a session that ends while somebody types", () => {
  const end = (userId: string) => db.$transaction((tx) => endSessionsOf(tx, userId, "signed-out"));
  const words = "这里是写了很久、不能丢的一段话。";

  test("on a claim: says so, and the text is still there to be sent", async ({ visit }) => {
    const [person, claim] = [await newPerson(platform, "moderator"), await seedClaim()];
    const page = await visit(person);
    await openReady(page, `/desk/claims/${claim.id}`);
    const wording = page.getByLabel("传言的表述");
    await wording.fill(words);
    await end(person.id);
    await page.getByRole("button", { name: "受理" }).click();
    await expect(page.getByText("登录已结束，内容还没有提交")).toBeVisible();
    await expect(wording).toHaveValue(words);
    const [door] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: "在新标签页登录" }).click(),
    ]);
    await enter(door, person);
    await expect(door).not.toHaveURL(/sign-in/);
    await page.getByRole("button", { name: "受理" }).click();
    await expect(page.getByRole("button", { name: "确认派单" })).toBeVisible();
    await expect(page.getByText(words).first()).toBeVisible();
  });

  test("on a claim: the stream that ends with it takes nothing away", async ({ visit }) => {
    const [person, claim] = [await newPerson(platform, "moderator"), await seedClaim()];
    const page = await visit(person);
    const heard = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/desk/live");
    await openReady(page, `/desk/claims/${claim.id}`);
    await heard;
    const wording = page.getByLabel("传言的表述");
    await wording.fill(words);
    const refreshes: string[] = [];
    page.on("request", (request) => {
      const isSame = new URL(request.url()).pathname === new URL(page.url()).pathname;
      if (request.headers().rsc && isSame) refreshes.push(request.url());
    });
    const asked = page.waitForResponse((answer) => answer.request().method() === "HEAD");
    await end(person.id);
    expect((await asked).status()).toBe(307);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(refreshes).toEqual([]);
    await expect(wording).toHaveValue(words);
  });

  test("on a draft: says so, and the text is still there to be sent", async ({ visit }) => {
    const person = await newPerson(member, "writer");
    const claim = await seedUnwritten(member);
    const page = await visit(person);
    await openReady(page, `/desk/claims/${claim.id}/draft`);
    const summary = page.getByLabel("一句话结论");
    await page.getByLabel("标题", { exact: true }).fill("没有这回事");
    await summary.fill(words);
    await end(person.id);
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByText("登录已结束，内容还没有提交")).toBeVisible();
    await expect(summary).toHaveValue(words);
    const [door] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: "在新标签页登录" }).click(),
    ]);
    await enter(door, person);
    await expect(door).not.toHaveURL(/sign-in/);
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByText("已保存。")).toBeVisible();
    await expect(page.getByLabel("一句话结论")).toHaveValue(words);
  });
});
