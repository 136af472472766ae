import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** No violation, told as a reader would look for it: the rule, and the elements that break it. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  // A colour on its way to another is neither.
  await page.evaluate(() => {
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
  });
  // The device draws the choices of a list; there are thousands of them on the desk.
  const builder = new AxeBuilder({ page }).exclude("option").options({ resultTypes: ["violations"] });
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target} ${html}`),
  );
  expect.soft(found, state).toEqual([]);
}

/** Nothing is cut off or has to be moved sideways. */
async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${state}: width of the page`).toBeLessThanOrEqual(phone.width);
}

/** The page as it is now on a desktop and on a phone. */
export async function checkPage(page: Page, state: string): Promise<void> {
  await page.setViewportSize(desktop);
  await expectAccessible(page, `${state}, desktop`);
  await page.setViewportSize(phone);
  await expectAccessible(page, `${state}, phone`);
  await expectNoSidewaysScroll(page, `${state}, phone`);
}

/** The same in the dark and in elder mode. */
export async function checkEveryLook(page: Page, state: string): Promise<void> {
  await checkPage(page, state);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, `${state}, phone, dark`);
  await page.setViewportSize(desktop);
  await expectAccessible(page, `${state}, desktop, dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("checkbox", { name: "长辈版" }).check();
  await expectAccessible(page, `${state}, desktop, elder mode`);
  await page.setViewportSize(phone);
  await expectAccessible(page, `${state}, phone, elder mode`);
  await expectNoSidewaysScroll(page, `${state}, phone, elder mode`);
}
