import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** One line of demo-accounts.json. */
export type Account = { email: string; password: string; roles: string[]; member: string; name: string };

const { DATA_DIR = ".data" } = process.env;

/** The accounts that the start of a server wrote down. */
export const readAccounts = (dataDir = DATA_DIR): Account[] =>
  JSON.parse(readFileSync(join(dataDir, "demo-accounts.json"), "utf8"));

/** The first account with a role, at a member when one is named; `skip` passes over colleagues with the same role. */
export function accountOf(role: string, member = "sc-piyao", skip = 0, dataDir = DATA_DIR): Account {
  const account = readAccounts(dataDir).filter((one) => one.roles.includes(role) && one.member === member)[
    skip
  ];
  if (!account) throw new Error(`the demo has no ${role} at ${member}`);
  return account;
}

type SignInAs = (role: string, member?: string, skip?: number) => Promise<Page>;

/**
 * `signInAs` opens a browser of its own for each person, signed in. Each test comes from a network of
 * its own, as its visitors would.
 */
export const test = base.extend<{ signInAs: SignInAs; dataDir: string }>({
  /** Where the server that is asked keeps its accounts. */
  dataDir: [DATA_DIR, { option: true }],
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) => {
    const [a, b] = randomBytes(2);
    await use({ ...extraHTTPHeaders, "x-forwarded-for": `198.18.${a}.${b}` });
  },
  signInAs: async ({ browser, baseURL, dataDir }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, member, skip) => {
      const page = await openSignedIn(browser, baseURL, accountOf(role, member, skip, dataDir));
      contexts.push(page.context());
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** The sessions of this worker's people, by account and server: signing in is a journey of its own (session.spec.ts). */
const sessions = new Map<string, Session>();

async function openSignedIn(browser: Browser, baseURL: string | undefined, account: Account): Promise<Page> {
  const name = `${account.email} ${baseURL}`;
  const kept = sessions.get(name);
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    ...(kept && { storageState: kept }),
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  await page.goto("/desk");
  // A session that another test has ended is no session any more.
  if (/sign-in/.test(page.url())) {
    await page.getByLabel("邮箱").fill(account.email);
    await page.getByLabel("密码", { exact: true }).fill(account.password);
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    sessions.set(name, await context.storageState());
  }
  return page;
}

export { expect };
