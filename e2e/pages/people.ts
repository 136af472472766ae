import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { Role } from "#lib/access/roles";
import { newId } from "#lib/platform/id";
import { type SeededPerson, seedPerson } from "#seed/people";
import { test as base } from "../fixtures.ts";
import { sendForm } from "./raw-form.ts";

/** A person who can sign in and whom no other test knows. */
export type Somebody = SeededPerson & { password: string };

/** A new person in these roles at one member. */
export async function newPerson(memberId: string, ...roles: readonly Role[]): Promise<Somebody> {
  const password = `test ${newId()}`;
  const name = `测试·${roles.join("·")}`;
  const person = await seedPerson({ name, password, roles: roles.map((role) => ({ memberId, role })) });
  return { ...person, password };
}

/** Signs in through the form as it is sent without scripts; the cookie stays in the context. */
export async function signIn(request: APIRequestContext, { email, password }: Somebody): Promise<void> {
  const answer = await sendForm(request, "/desk/sign-in", { email, password });
  expect(answer.status(), "signing in").toBe(303);
}

type Fixtures = {
  /** A browser of its own, signed in. */
  visit: (person: Somebody) => Promise<Page>;
  /** The same without drawing anything; a stranger when nobody is named. */
  ask: (person?: Somebody) => Promise<APIRequestContext>;
};

export const test = base.extend<Fixtures>({
  visit: async ({ browser, contextOptions, baseURL }, use) => {
    const open: BrowserContext[] = [];
    await use(async (person) => {
      const context = await openContext(browser, { ...contextOptions, ...(baseURL && { baseURL }) });
      open.push(context);
      await signIn(context.request, person);
      return context.newPage();
    });
    for (const context of open) await context.close();
  },
  ask: async ({ playwright, baseURL }, use) => {
    const open: APIRequestContext[] = [];
    await use(async (person) => {
      const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
      open.push(request);
      if (person) await signIn(request, person);
      return request;
    });
    for (const request of open) await request.dispose();
  },
});

const openContext = (browser: Browser, options: Parameters<Browser["newContext"]>[0]) =>
  browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options });

export { expect };
