import type { Page, Route } from "@playwright/test";
import { checkPage } from "./pages/axe.ts";
import { expect, newPerson, openReady, platform, test } from "./pages/people.ts";

/** Keeps a page of the desk back until it is let through; what is only fetched ahead goes on. */
async function hold(page: Page, path: string) {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    const later = async (route: Route) => {
      const headers = route.request().headers();
      if (headers["next-router-prefetch"]) return route.abort();
      resolve();
      await opened;
      await route.continue();
    };
    void page.route((url) => url.pathname === path, later);
  });
  return { asked, open };
}

test("a page that takes a while says that it is on its way, and one that is there at once says nothing", async ({
  visit,
}) => {
  const page = await visit(await newPerson(platform, "moderator"));
  await page.clock.install();
  await openReady(page, "/desk/queue");
  const told = page.getByRole("status").filter({ hasText: "正在打开…" });
  const held = await hold(page, "/desk/assignments");
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await page.getByRole("navigation", { name: "工作台栏目" }).getByRole("link", { name: "我的派单" }).click();
  await held.asked;
  await page.clock.runFor(140);
  await expect(page.getByRole("main")).not.toHaveAttribute("aria-busy");
  await expect(told).toHaveCount(0);
  await page.clock.runFor(20);
  await expect(told).toHaveCount(1);
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "true");
  // What was there stays in sight and at work.
  await expect(page.getByRole("heading", { level: 1, name: "队列" })).toBeVisible();
  await page.clock.resume();
  await checkPage(page, "a page with another on its way");
  held.open();
  await expect(page).toHaveURL(/\/desk\/assignments/);
  await expect(told).toHaveCount(0);
  await expect(page.getByRole("main")).not.toHaveAttribute("aria-busy");
});

test("so does a page that the palette leads to", async ({ visit }) => {
  const page = await visit(await newPerson(platform, "moderator"));
  await openReady(page, "/desk/queue");
  const held = await hold(page, "/desk/coverage");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.getByRole("option", { name: "覆盖" }).first().click();
  await held.asked;
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "true");
  held.open();
  await expect(page).toHaveURL(/\/desk\/coverage/);
  await expect(page.getByRole("main")).not.toHaveAttribute("aria-busy");
});
