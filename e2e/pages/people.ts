import { randomInt } from "node:crypto";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { Role } from "#lib/access/roles";
import { newId } from "#lib/platform/id";
import { memberRows } from "#seed/members";
import { type SeededPerson, seedPerson } from "#seed/people";
import { test as base } from "../fixtures.ts";
import { sendForm } from "./raw-form.ts";

export const platform = "sc-piyao";

const [crowded = "", ...centres] = memberRows
  .filter(({ kind }) => kind === "county-media-centre")
  .map(({ id }) => id);

/** The county media centre where tests do whatever can be done until its limits are reached: no other draws it. */
export const crowdedMember = crowded;

/** One of the other county media centres, so that tests do not crowd one member with their people; `not` is another one. */
export function someMember(not?: string): string {
  const others = centres.filter((id) => id !== not);
  return others[randomInt(others.length)] ?? "";
}

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
async function signIn(request: APIRequestContext, { email, password }: Somebody): Promise<void> {
  const answer = await sendForm(request, "/desk/sign-in", { email, password });
  expect(answer.status(), "signing in").toBe(303);
}

/** Opens a page and waits until everything that it asks for is there, and at work where it does not wait for the first touch. */
export async function openReady(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "networkidle" });
  if (/^(\/en)?\/desk\//.test(path))
    await expect.poll(() => page.evaluate(isAtWork), { intervals: [50] }).toBe(true);
}

/** Runs in the page: React marks what it has taken up. */
const isAtWork = (): boolean =>
  Array.from(
    document.querySelectorAll("main :is(form, input:not([type=hidden]), textarea, select, button)"),
  ).every((control) => Object.keys(control).some((key) => key.startsWith("__reactProps")));

type Fixtures = {
  /** A page of a new browser, signed in. */
  visit: (person: Somebody) => Promise<Page>;
  /** The same without drawing anything; a stranger when nobody is named. */
  ask: (person?: Somebody) => Promise<APIRequestContext>;
};

export const test = base.extend<Fixtures>({
  visit: async ({ browser }, use) => {
    const open: { close: () => Promise<void> }[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      open.push(context);
      await signIn(context.request, person);
      return context.newPage();
    });
    for (const context of open) await context.close();
  },
  ask: async ({ playwright }, use) => {
    const open: APIRequestContext[] = [];
    await use(async (person) => {
      const request = await playwright.request.newContext();
      open.push(request);
      if (person) await signIn(request, person);
      return request;
    });
    for (const request of open) await request.dispose();
  },
});

export { expect };
