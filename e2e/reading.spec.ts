import type { Page } from "@playwright/test";
import { seedClaim } from "#seed/claims";
import { expect, test } from "./fixtures.ts";

/** Pages that are read need no framework: here they never get it. */
const frameworkScript = /<script\b(?![^>]*(?:\/reading\.js|application\/ld\+json))[^>]*>.*?<\/script>/gs;

const readWithoutFramework = (page: Page) =>
  page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const answer = await route.fetch({ maxRedirects: 0 });
    await route.fulfill({ response: answer, body: (await answer.text()).replace(frameworkScript, "") });
  });

type Spoken = { text: string; lang: string; voice: string | undefined };
declare global {
  interface Window {
    spoken: Spoken[];
    shared: unknown[];
    /** Ends the sentence that is being spoken. */
    endSentence: () => void;
  }
}

/** A browser that can speak: what is said stands in `window.spoken`, and a sentence ends when the test says so. */
const giveVoices = (page: Page, langs: string[]) =>
  page.addInitScript((all) => {
    const voices = all.map((lang) => ({ lang, name: lang, localService: true }));
    window.spoken = [];
    let current: SpeechSynthesisUtterance | undefined;
    class Utterance {
      text: string;
      lang = "";
      voice: { name: string } | undefined;
      constructor(text: string) {
        this.text = text;
      }
    }
    const speechSynthesis = {
      getVoices: () => voices,
      speak: (part: SpeechSynthesisUtterance) => {
        current = part;
        window.spoken.push({ text: part.text, lang: part.lang, voice: part.voice?.name });
      },
      cancel: () => {
        current = undefined;
      },
    };
    window.endSentence = () => {
      const ended = current;
      current = undefined;
      ended?.onend?.(new Event("end") as SpeechSynthesisEvent);
    };
    Object.defineProperty(window, "speechSynthesis", { value: speechSynthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  }, langs);

const spoken = (page: Page) => page.evaluate(() => window.spoken);
const readAll = (page: Page) =>
  page.evaluate(() => {
    for (let said = 0; said < window.spoken.length; said += 1) window.endSentence();
    return window.spoken.map(({ text }) => text.trim());
  });

const status = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

async function seedNotice(status: "published" | "corrected" = "published"): Promise<string> {
  const { debunk } = await seedClaim({ status });
  return `/debunks/${debunk?.slug}`;
}

test.describe("without the framework", () => {
  test.beforeEach(({ page }) => readWithoutFramework(page));

  test("elder mode is remembered from page to page, and so is that it was left", async ({ page }) => {
    const elder = page.getByRole("checkbox", { name: "长辈版" });
    await page.goto("/about");
    await expect(page.locator("script")).toHaveCount(1);
    await elder.check();
    for (const path of ["/methodology", await seedNotice(), "/nowhere"]) {
      await page.goto(path);
      await expect(elder).toBeChecked();
    }
    await page.goto("/en/debunks");
    await page.getByRole("checkbox", { name: "Large print" }).uncheck();
    await page.goto("/about");
    await expect(elder).not.toBeChecked();
    // A page that the browser had kept in memory, while another one was put into elder mode.
    await page.evaluate(() => {
      localStorage.setItem("elder-mode", "on");
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await expect(elder).toBeChecked();
  });

  test("the other language shows the same list", async ({ page }) => {
    await page.goto("/debunks?verdict=false&topic=health");
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(/\/en\/debunks\?(?=.*verdict=false)(?=.*topic=health)/);
    await expect(page.getByRole("heading", { level: 1, name: "Latest checks" })).toBeVisible();
    await page.getByRole("link", { name: "中文" }).click();
    await expect(page).toHaveURL(/:\d+\/debunks\?(?=.*verdict=false)(?=.*topic=health)/);
  });

  test("the directory is narrowed as one types, and says when nothing is left", async ({ page }) => {
    await page.goto("/members");
    const members = page.locator("#main details li");
    await page.getByRole("searchbox", { name: "按名称查找" }).fill("四川日报");
    await expect(members.filter({ visible: true }).first()).toContainText("四川日报");
    for (const name of await members.filter({ visible: true }).allTextContents())
      expect(name).toContain("四川日报");
    await page.getByRole("searchbox", { name: "按名称查找" }).fill("qqzzxx");
    await expect(status(page, "没有")).toBeVisible();
    await expect(members.filter({ visible: true })).toHaveCount(0);
    await page.goto("/en/members");
    await page.getByRole("searchbox", { name: "Find by name" }).fill("SICHUAN DAILY");
    await expect(members.filter({ visible: true }).first()).toContainText(/sichuan daily/i);
    await expect(status(page, "No member’s name contains that.")).toBeHidden();
  });

  test("a notice is shared by the device, without what others added to its address", async ({ page }) => {
    await page.addInitScript(() => {
      window.shared = [];
      Object.defineProperty(navigator, "share", {
        value: async (what: unknown) => {
          window.shared.push(what);
          throw new DOMException("changed their mind", "AbortError");
        },
      });
    });
    const path = await seedNotice();
    await page.goto(`${path}?from=timeline&isappinstalled=0#evidence-1`);
    await page.getByRole("button", { name: "分享" }).click();
    const { origin } = new URL(page.url());
    await expect
      .poll(() => page.evaluate(() => window.shared))
      .toEqual([{ title: await page.title(), url: `${origin}${path}` }]);
    await expect(status(page, "链接已复制")).toBeHidden();
  });

  test("where the device cannot share, the address is copied; where that is refused, it stands there selected", async ({
    page,
    context,
  }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "share", { value: undefined }));
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const path = await seedNotice();
    await page.goto(path);
    const share = page.getByRole("button", { name: "分享" });
    await share.press("Enter");
    await expect(status(page, "链接已复制")).toBeVisible();
    const address = page.url();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await page.goto(`/en${path}`);
    await page.getByRole("button", { name: "Share" }).click();
    await expect(status(page, "Could not copy")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Share" })).toBeFocused();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(address.replace(path, `/en${path}`));
  });

  test("a notice is read aloud, pauses, goes on where it was, and stops", async ({ page }) => {
    await giveVoices(page, ["en-US", "zh-HK", "zh_CN"]);
    await page.goto(await seedNotice());
    const title = await page.getByRole("heading", { level: 1 }).textContent();
    const start = page.getByRole("button", { name: "读给我听" });
    const pause = page.getByRole("button", { name: "暂停" });
    const stop = page.getByRole("button", { name: "停止" });
    await expect(start).toHaveAttribute("aria-pressed", "false");
    await expect(pause).toBeHidden();
    await start.click();
    await expect(start).toHaveAttribute("aria-pressed", "true");
    await expect(status(page, "正在读")).toBeVisible();
    const [first] = await spoken(page);
    expect(first).toMatchObject({ lang: "zh-CN", voice: "zh_CN" });
    expect(title?.startsWith(first?.text ?? "?")).toBe(true);

    await page.evaluate(() => window.endSentence());
    await pause.click();
    await expect(pause).toHaveAttribute("aria-pressed", "true");
    await expect(start).toHaveAttribute("aria-pressed", "false");
    await expect(status(page, "已暂停")).toBeVisible();
    await start.click();
    const [, second, again] = await spoken(page);
    expect(again).toEqual(second);

    await stop.click();
    await expect(stop).toBeHidden();
    await expect(start).toBeFocused();
    await expect(start).toHaveAttribute("aria-pressed", "false");

    await start.click();
    const texts = await readAll(page);
    await expect(status(page, "读完了")).toBeVisible();
    expect(texts).toContain("你可以怎么做");
    for (const unsaid of ["各版本", "关于", /^证据$/, /\[\d\]/, /首页/])
      expect(
        texts.filter((text) => (typeof unsaid === "string" ? text === unsaid : unsaid.test(text))),
      ).toEqual([]);
  });

  test("an English page reads its Chinese in Chinese", async ({ page }) => {
    await giveVoices(page, ["zh-CN"]);
    await page.goto(`/en${await seedNotice("corrected")}`);
    await page.getByRole("button", { name: "Read aloud" }).click();
    await expect(status(page, "Reading aloud")).toBeVisible();
    await readAll(page);
    await expect(status(page, "That was all")).toBeVisible();
    const said = await spoken(page);
    for (const { text, lang, voice } of said) {
      const isChinese = /\p{Script=Han}/u.test(text);
      expect({ text, lang, voice }).toEqual({
        text,
        lang: isChinese ? "zh-CN" : "en",
        voice: isChinese ? "zh-CN" : undefined,
      });
    }
    expect(new Set(said.map(({ lang }) => lang))).toEqual(new Set(["zh-CN", "en"]));
  });

  test("in elder mode the other pages are read aloud too", async ({ page }) => {
    await giveVoices(page, ["zh-CN"]);
    await page.goto("/debunks");
    const start = page.getByRole("button", { name: "读给我听" });
    await expect(page.getByRole("button", { name: "查找" })).toBeVisible();
    await expect(start).toBeHidden();
    await page.getByRole("checkbox", { name: "长辈版" }).check();
    await start.click();
    const texts = (await readAll(page)).join("\n");
    const [heading, first] = await page.getByRole("heading").allTextContents();
    for (const part of [heading, first]) expect(texts.replaceAll("\n", "")).toContain(part);
    expect(texts).not.toContain("按条件筛选");
    for (const path of ["/corrections", "/methodology", "/members", "/about", "/privacy"]) {
      await page.goto(path);
      await start.click();
      expect((await readAll(page)).length, path).toBeGreaterThan(3);
    }
  });

  test("a browser that has no voice for Chinese, or keeps nothing, offers what it can", async ({ page }) => {
    const problems: string[] = [];
    page.on("pageerror", ({ message }) => problems.push(message));
    await giveVoices(page, ["en-US", "zh-HK", "yue"]);
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    });
    const path = await seedNotice();
    await page.goto(path);
    await expect(page.getByRole("button", { name: "分享" })).toBeVisible();
    await expect(page.getByRole("button", { name: "读给我听" })).toBeHidden();
    await page.getByRole("checkbox", { name: "长辈版" }).check();
    await expect(page.getByRole("checkbox", { name: "长辈版" })).toBeChecked();

    await page.addInitScript(() => {
      for (const name of ["speechSynthesis", "Intl"])
        Object.defineProperty(window, name, { value: undefined });
    });
    await page.goto(path);
    await expect(page.getByRole("button", { name: "分享" })).toBeVisible();
    expect(problems).toEqual([]);
  });
});

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("nothing is offered that needs one", async ({ page }) => {
    await page.goto(await seedNotice());
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button")).toHaveCount(0);
    await page.goto("/members");
    await expect(page.getByRole("searchbox")).toHaveCount(0);
  });
});

test("where the framework runs too, it finds the page as it drew it", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.addInitScript(() => localStorage.setItem("elder-mode", "on"));
  for (const path of ["/", "/en", "/report", "/track"]) {
    await page.goto(path);
    const box = page.locator("textarea, input[name=receipt]").first();
    await box.focus();
    // React marks what it has taken up.
    await expect
      .poll(() => box.evaluate((area) => Object.keys(area).some((key) => key.startsWith("__reactProps"))))
      .toBe(true);
    await expect(page.locator("#elder-mode")).toBeChecked();
    await expect(page.locator("html[data-scripted]")).toHaveCount(1);
  }
  await page.locator("#elder-mode").uncheck();
  await page.goto("/about");
  expect(problems).toEqual([]);
});
