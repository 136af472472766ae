import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { HeldBack, rewriteHtml } from "./rewrite-html.ts";

const data = '<script type="application/ld+json">{"a":"</scr\\u0069pt><!--"}</script>';
const own = '<script src="/reading.js" defer=""></script>';
const framework = [
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
  '<link rel="modulepreload" href="/_next/static/chunks/b.js"/>',
  '<script src="/_next/static/chunks/a.js" async=""></script>',
  '<script src="/_next/static/chunks/old.js" noModule=""></script>',
  '<script id="_R_">self.__next_r="x"</script>',
  '<script>self.__next_f.push([1,"<p>a</p><!-- --><script>"])</script>',
];
const long = `self.__next_f.push([1,"${"字 <b>\u0000&amp; ".repeat(20_000)}"])`;
const page = (scripts: readonly string[]) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><link rel="stylesheet" href="/a.css"/>${data}</head><body><p title="a &amp; b">x &lt; y&nbsp;z</p>${scripts.join("")}${own}</body></html>`;

it("takes the framework's scripts out of a page that is only read, and changes nothing else", async () => {
  const { html, hashes } = await rewriteHtml(page(framework), "none");
  expect(html).toBe(page([]));
  expect(hashes).toEqual([]);
});

it("takes out the marks that only the framework reads", async () => {
  const { html } = await rewriteHtml("<p><!--$-->a<!-- -->b<!--/$--></p>", "none");
  expect(html).toBe("<p>ab</p>");
});

it("leaves them in a page that needs them, and names each script that stands in it", async () => {
  const all = [...framework, `<script>${long}</script>`];
  const { html, hashes } = await rewriteHtml(page(all), "all");
  expect(html).toBe(page(all));
  const scripts = ['self.__next_r="x"', 'self.__next_f.push([1,"<p>a</p><!-- --><script>"])', long];
  const hash = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  expect(hashes).toEqual(scripts.map(hash));
});

it("puts them to sleep in a page that needs them once it is touched, with what wakes them", async () => {
  const { html, hashes } = await rewriteHtml(page(framework), "later");
  const sleeping = framework
    .filter((element) => !/^<link|noModule/.test(element))
    .map((element) => element.replace("<script", '<script type="text/plain" data-later=""'));
  expect(html).toBe(page(sleeping).replace("</body>", '<script src="/start.js" defer=""></script></body>'));
  expect(hashes).toEqual((await rewriteHtml(page(framework), "all")).hashes);
});

it("refuses a page that keeps a part back for scripts", async () => {
  const late = '<p>now</p><div hidden id="S:1"><p>late</p></div>';
  for (const scripts of ["none", "all"] as const)
    await expect(rewriteHtml(page([late]), scripts)).rejects.toThrow(HeldBack);
  const hidden = '<p hidden id="S:1">a</p><div hidden>b</div><div id="S:2">c</div>';
  expect((await rewriteHtml(page([hidden]), "none")).html).toContain(hidden);
});
