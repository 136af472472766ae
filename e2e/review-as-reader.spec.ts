import { seedClaim } from "#seed/claims";
import { checkPage } from "./pages/axe.ts";
import { expect, newPerson, openReady, platform, test } from "./pages/people.ts";

test("a reviewer sees the notice as its readers will, and ticks, approves and goes on by keys", async ({
  visit,
}) => {
  const claims = [await seedClaim({ status: "review-2" }), await seedClaim({ status: "review-2" })];
  const page = await visit(await newPerson(platform, "reviewer"));
  const [first] = claims;
  const draft = `/desk/drafts/${first?.draftIds[0]}`;
  await openReady(page, draft);
  const title = await page.locator("main section .font-serif").first().textContent();

  await test.step("on a phone, on a desk, in elder mode", async () => {
    for (const [key, reading, width, size] of [
      ["2", "phone", 390, 17],
      ["3", "desktop", 1280, 17],
      ["4", "elder", 390, 22],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page).toHaveURL(new RegExp(`as=${reading}$`));
      const frame = page.frameLocator("iframe");
      await expect(frame.getByRole("heading", { level: 1 })).toHaveText(title ?? "");
      const main = frame.locator("main");
      const isWide = () => main.evaluate(() => window.innerWidth);
      // A border of a pixel stands around it.
      await expect.poll(async () => Math.abs((await isWide()) - width)).toBeLessThanOrEqual(4);
      const font = () => main.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      await expect.poll(font).toBeGreaterThanOrEqual(size);
    }
    await checkPage(page, "a text in elder mode");
    await page.keyboard.press("1");
    await expect(page.locator("iframe")).toHaveCount(0);
  });

  await test.step("by keys alone", async () => {
    const boxes = page.getByRole("group", { name: "逐项确认" }).getByRole("checkbox");
    const count = await boxes.count();
    for (let ticked = 1; ticked <= count; ticked++) {
      await page.keyboard.press("x");
      await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(ticked);
    }
    await page.keyboard.press("a");
    await expect(page.getByText("正在等值班总编终审。")).toBeVisible();
    await page.keyboard.press("n");
    await expect(page).not.toHaveURL(new RegExp(draft));
    await expect(page.getByRole("group", { name: "逐项确认" })).toBeVisible();
  });
});

test("the page in the frame is for whoever may read the text, and for no other site", async ({
  visit,
  ask,
}) => {
  const claim = await seedClaim({ status: "review-1" });
  const path = `/desk/drafts/${claim.draftIds[0]}/reader`;
  const page = await visit(await newPerson(platform, "duty-editor"));
  const answer = await page.goto(path);
  expect(answer?.headers()["x-frame-options"]).toBe("SAMEORIGIN");
  expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
  await checkPage(page, "the notice alone");
  const stranger = await ask(await newPerson("dept-health", "writer"));
  expect((await stranger.get(path, { maxRedirects: 0 })).status()).toBe(403);
});
