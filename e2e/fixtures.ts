import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** One line of demo-accounts.json. */
export type Account = { email: string; password: string; roles: string[]; member: string; name: string };

/** The accounts that the start of the server wrote down. */
export const readAccounts = (): Account[] =>
  JSON.parse(readFileSync(join(process.env.DATA_DIR ?? ".data", "demo-accounts.json"), "utf8"));

/** The first account with a role, at a member when one is named; `skip` passes over colleagues with the same role. */
export function accountOf(role: string, member = "sc-piyao", skip = 0): Account {
  const account = readAccounts().filter((one) => one.roles.includes(role) && one.member === member)[skip];
  if (!account) throw new Error(`the demo has no ${role} at ${member}`);
  return account;
}

type SignInAs = (role: string, member?: string, skip?: number) => Promise<Page>;

/**
 * `signInAs` opens a browser of its own for each person, signed in through the form. Each test comes from a network of
 * its own, as its visitors would.
 */
export const test = base.extend<{ signInAs: SignInAs }>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) => {
    const [a, b] = randomBytes(2);
    await use({ ...extraHTTPHeaders, "x-forwarded-for": `198.18.${a}.${b}` });
  },
  signInAs: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, member, skip) => {
      const page = await openSignedIn(browser, baseURL, accountOf(role, member, skip));
      contexts.push(page.context());
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

async function openSignedIn(browser: Browser, baseURL: string | undefined, account: Account): Promise<Page> {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  await page.goto("/desk/sign-in");
  await page.getByLabel("邮箱").fill(account.email);
  await page.getByLabel("密码", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}

export { expect };
