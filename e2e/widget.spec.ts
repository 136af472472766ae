import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { seedClaim } from "#seed/claims";
import { test as base, expect } from "./fixtures.ts";
import { checkPage } from "./pages/axe.ts";
import { correct } from "./pages/correct.ts";

const site = process.env.BASE_URL ?? "";

/** A page of another site, whose body a test says. */
const test = base.extend<{ elsewhere: (body: string) => string }>({
  elsewhere: async ({ browserName: _ }, use) => {
    let page = "";
    const server = createServer((_request, response) =>
      response
        .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
        .end(`<!doctype html><title>另一个网站</title><link rel="icon" href="data:,">${page}`),
    ).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await use((body) => {
      page = body;
      return `http://127.0.0.1:${port}/news/1?reader=7`;
    });
    server.closeAllConnections();
    server.close();
  },
});

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  return complaints;
}

test("another site shows a notice in its page: small, without a cookie, and always as it stands now", async ({
  page,
  request,
  elsewhere,
}) => {
  const claim = await seedClaim({ status: "published", verdict: "misleading" });
  const { slug = "" } = claim.debunk ?? {};
  const oembed = await request.get(`/oembed?url=${encodeURIComponent(`${site}/debunks/${slug}`)}`);
  const { html, width } = await oembed.json();
  const complaints = complaintsOf(page);
  const asked: string[] = [];
  page.on("request", (each) => asked.push(each.url()));

  const address = elsewhere(html);
  const shown = page.waitForResponse(`**/embed/${slug}`);
  await page.goto(address, { waitUntil: "networkidle" });
  const response = await shown;
  expect(asked).toEqual([address, `${site}/embed/${slug}`]);
  const { responseBodySize, responseHeadersSize } = await response.request().sizes();
  expect(responseBodySize + responseHeadersSize).toBeLessThan(15_000);
  // Of the page that shows it no more than its host is known.
  expect((await response.request().allHeaders()).referer).toBe(`${new URL(address).origin}/`);

  const widget = page.frameLocator("iframe");
  await expect(widget.getByText("误导", { exact: true })).toBeVisible();
  await expect(widget.getByText("已更正")).toHaveCount(0);
  expect((await page.locator("iframe").boundingBox())?.width).toBe(width);
  const [opened] = await Promise.all([
    page.context().waitForEvent("page"),
    widget.getByRole("heading").getByRole("link").click(),
  ]);
  await expect(opened).toHaveURL(`${site}/debunks/${slug}`);
  await opened.close();

  await correct(claim, "更正以后的标题");
  await expect(async () => {
    await page.reload();
    await expect(widget.getByRole("heading", { name: "更正以后的标题" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(widget.getByText("本文已更正")).toBeVisible();
  await expect(widget.getByText("数字有误。")).toBeVisible();
  expect(complaints).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("whoever wants to show a notice finds the code on its page, and it is that of oEmbed", async ({
  page,
  request,
}) => {
  const { debunk } = await seedClaim({ status: "published" });
  const oembed = await request.get(`/oembed?url=${encodeURIComponent(`${site}/debunks/${debunk?.slug}`)}`);
  const { html } = await oembed.json();
  await page.goto(`/debunks/${debunk?.slug}`);
  await page.getByText("放到自己的网站上").click();
  await expect(page.getByLabel("嵌入代码")).toHaveValue(html);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "复制代码" }).click();
  await expect(page.getByText("已复制")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(html);
});

test("no other page of ours lets itself be shown in one", async ({ page, elsewhere }) => {
  const { debunk } = await seedClaim({ status: "published" });
  const paths = ["/", `/debunks/${debunk?.slug}`, "/desk/sign-in", "/embed", "/report"];
  const frames = [`/embed/${debunk?.slug}`, ...paths].map((path) => `<iframe src="${site}${path}"></iframe>`);
  await page.goto(elsewhere(frames.join("")), { waitUntil: "networkidle" });
  await expect(page.frameLocator("iframe >> nth=0").getByRole("heading")).toBeVisible();
  for (const [at, path] of paths.entries()) {
    const frame = page.frameLocator(`iframe >> nth=${at + 1}`);
    expect.soft(await frame.locator("body").textContent(), path).not.toContain("辨真");
    expect.soft(page.frames()[at + 2]?.url(), path).toMatch(/^chrome-error:/);
  }
});

test("it can be read by everybody, by day and by night, in both languages", async ({ page }) => {
  for (const status of ["published", "corrected", "retracted"] as const) {
    const { debunk } = await seedClaim({ status });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const language of ["", "/en"]) {
        await page.goto(`${language}/embed/${debunk?.slug}`);
        await checkPage(page, `${language} ${status} ${colorScheme}`);
      }
    }
  }
  await page.goto("/embed/no-such-notice");
  await checkPage(page, "no such notice");
});
