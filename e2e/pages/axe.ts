import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";
import { markColours, measuredForContrast } from "./colours.ts";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** As small as it comes: every page reads it anew. */
const source = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

const colours = ["color-contrast", "link-in-text-block"];
const sizes = ["target-size", "scrollable-region-focusable"];
/** Colours are those of the other size; they are most of the work. */
const allButColours: axe.RunOptions = {
  rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])),
};

/** No violation, told as a reader would look for it: the rule, and the elements that break it. */
async function expectAccessible(page: Page, state: string, options: axe.RunOptions = {}): Promise<void> {
  // A page that is asked for by each request has its title a moment after its words.
  await expect(page).toHaveTitle(/./);
  expect.soft(await violationsOf(page, options), state).toEqual([]);
}

/** What axe finds in a page as it is now. */
export async function violationsOf(page: Page, options: axe.RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) {
    await page.evaluate(source);
    await page.evaluate(measureContrastOf, measuredForContrast);
  }
  await page.evaluate(finishTransitions);
  for (const way of await page.evaluate(markColours, [...measured])) measured.add(way);
  return page.evaluate(findViolations, options);
}

/** The ways in which texts are coloured whose contrast this process has measured in three places. */
const measured = new Set<string>();

/** Runs in the page: a colour on its way to another is neither. */
function finishTransitions(): void {
  for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
}

/** Runs in the page. */
function measureContrastOf(selector: string): void {
  window.axe.configure({ rules: [{ id: "color-contrast", selector }] });
}

/** Runs in the page. */
async function findViolations(options: axe.RunOptions): Promise<string[]> {
  // The device draws the choices of a list, and there are thousands of them on the desk: axe sees none of them.
  const lists = document.querySelectorAll("select, datalist");
  for (const list of lists) Object.defineProperty(list, "childNodes", { value: [], configurable: true });
  const { violations } = await window.axe.run({ resultTypes: ["violations"], ...options });
  for (const list of lists) Reflect.deleteProperty(list, "childNodes");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
}

/** Runs in the page: which of its elements are shown. */
const whatIsShown = (): string =>
  Array.from(document.querySelectorAll("*"), (element) => Number(element.checkVisibility())).join("");

/** Nothing is cut off or has to be moved sideways. */
async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${state}: width of the page`).toBeLessThanOrEqual(phone.width);
}

/** The page as it is now on a desktop and on a phone, where what shows the same elements differs in sizes alone. */
export async function checkPage(page: Page, state: string): Promise<void> {
  await page.setViewportSize(desktop);
  const shown = await page.evaluate(whatIsShown);
  await expectAccessible(page, `${state}, desktop`);
  await page.setViewportSize(phone);
  const isSame = shown === (await page.evaluate(whatIsShown));
  await expectAccessible(page, `${state}, phone`, isSame ? { runOnly: sizes } : allButColours);
  await expectNoSidewaysScroll(page, `${state}, phone`);
}

/** The same with the colours of a phone, in the dark and in elder mode. */
export async function checkEveryLook(page: Page, state: string): Promise<void> {
  await checkPage(page, state);
  await expectAccessible(page, `${state}, phone, light`, { runOnly: colours });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, `${state}, phone, dark`, { runOnly: colours });
  await page.setViewportSize(desktop);
  await expectAccessible(page, `${state}, desktop, dark`, { runOnly: colours });
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("checkbox", { name: "长辈版" }).check();
  await expectAccessible(page, `${state}, desktop, elder mode`, { runOnly: sizes });
  await page.setViewportSize(phone);
  await expectAccessible(page, `${state}, phone, elder mode`, { runOnly: sizes });
  await expectNoSidewaysScroll(page, `${state}, phone, elder mode`);
}

/** Opens an address and looks at it in both sizes; a page that broke is not taken for an accessible one. */
export async function look(page: Page, path: string, status = 200, check = checkPage): Promise<void> {
  const answer = await page.goto(path);
  expect.soft(answer?.status(), path).toBe(status);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await check(page, path);
}

/** Opens all that is folded away. */
export const unfold = (page: Page) =>
  page.getByRole("main").evaluate((main) => {
    for (const fold of main.querySelectorAll("details")) {
      // Of those that share a name, only one could be open.
      fold.removeAttribute("name");
      fold.open = true;
    }
  });
