import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { seedClaim } from "#seed/claims";

const site = process.env.BASE_URL ?? "";
const staticPages = [
  "/",
  "/check",
  "/debunks",
  "/corrections",
  "/methodology",
  "/members",
  "/about",
  "/privacy",
];
const freshPages = ["/report", "/track", "/report/done"];
const languages = [
  { lang: "zh-CN", at: (path: string) => path },
  { lang: "en", at: (path: string) => (path === "/" ? "/en" : `/en${path}`) },
];

const first = (html: string, pattern: RegExp): string | undefined => pattern.exec(html)?.[1];
const titleOf = (html: string) => first(html, /<title>([^<]*)<\/title>/);
const canonicalOf = (html: string) => first(html, /<link rel="canonical" href="([^"]*)"/);
const countOf = (html: string, text: string) => html.split(text).length - 1;
/** What is drawn without scripts: React keeps nothing back for later. */
const isWhole = (html: string) => !html.includes('<div hidden id="S:');

const headers: Record<string, RegExp> = {
  "content-security-policy": /default-src 'self';.*object-src 'none';.*frame-ancestors 'none'/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
};

function expectHeaders(answer: APIResponse): void {
  const given = answer.headers();
  for (const [name, value] of Object.entries(headers))
    expect.soft(given[name], `${answer.url()} ${name}`).toMatch(value);
  expect.soft(given["x-powered-by"], `${answer.url()} x-powered-by`).toBeUndefined();
  expect.soft(given["set-cookie"], `${answer.url()} set-cookie`).toBeUndefined();
}

/** A page that answers in its language, once, under its own address. */
async function expectPage(
  request: APIRequestContext,
  path: string,
  lang: string,
  status = 200,
): Promise<string> {
  const answer = await request.get(path, { maxRedirects: 0 });
  const html = await answer.text();
  expect.soft(answer.status(), path).toBe(status);
  expect.soft(html, path).toContain(`<html lang="${lang}"`);
  expect.soft(countOf(html, "<h1"), `${path} has one main heading`).toBe(1);
  expect.soft(isWhole(html), `${path} is whole without scripts`).toBe(true);
  expect.soft(titleOf(html), `${path} has a title`).toBeTruthy();
  expectHeaders(answer);
  return html;
}

test("every page answers in both languages, with a title and an address of its own", async ({ request }) => {
  const titles = new Map<string, string>();
  for (const { lang, at } of languages) {
    for (const path of [...staticPages, ...freshPages].map(at)) {
      const html = await expectPage(request, path, lang);
      const title = titleOf(html) ?? "";
      expect.soft(titles.get(title), `${path} has the title “${title}”`).toBeUndefined();
      titles.set(title, path);
      if (path.endsWith("/report/done")) continue;
      expect.soft(canonicalOf(html), `${path} canonical`).toBe(new URL(path, site).href.replace(/\/$/, ""));
      for (const [other, address] of [
        ["zh-CN", path],
        ["en", path],
      ] as const) {
        expect.soft(html, `${path} names itself in ${other} (${address})`).toContain(`hrefLang="${other}"`);
      }
    }
  }
});

test("a static page is made once and then served from memory", async ({ request }) => {
  const { debunk } = await seedClaim({ status: "published" });
  const paths = [
    ...staticPages,
    `/debunks/${debunk?.slug}`,
    `/debunks/${debunk?.slug}/versions/1`,
    "/debunks?verdict=false",
  ];
  for (const { at } of languages) {
    for (const path of paths.map(at)) {
      let given: Record<string, string> = {};
      // Another journey may just have published something.
      const asked = async () => {
        given = (await request.get(path)).headers();
        return given["cache-status"];
      };
      await expect.poll(asked, { message: `${path} again`, intervals: [0, 50, 500] }).toBe("bianzhen; hit");
      expect.soft(given["cache-control"], path).toMatch(/s-maxage=\d+/);
    }
  }
  for (const path of freshPages) {
    const given = (await request.get(path)).headers();
    expect.soft(given["cache-control"], path).toMatch(/no-store/);
  }
});

test("a notice in both languages: address, structured data, versions, and what it links to", async ({
  request,
}) => {
  for (const status of ["published", "corrected", "retracted"] as const) {
    const { debunk } = await seedClaim({ status });
    for (const { lang, at } of languages) {
      const path = at(`/debunks/${debunk?.slug}`);
      const html = await expectPage(request, path, lang);
      expect.soft(canonicalOf(html), path).toBe(`${site}${path}`);
      const data = JSON.parse(first(html, /<script type="application\/ld\+json">(.*?)<\/script>/) ?? "null");
      expect.soft(data, path).toMatchObject({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        url: `${site}${path}`,
        reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1 },
      });
      await expectPage(request, `${path}/versions/1`, lang);
      const oembed =
        first(html, /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/) ?? "";
      const told = await request.get(oembed.replaceAll("&amp;", "&"));
      expect.soft((await told.json()).html, oembed).toContain(`src="${site}${at(`/embed/${debunk?.slug}`)}"`);
    }
  }
});

test("what does not exist is said to be missing, in the language of its address", async ({ request }) => {
  const { debunk } = await seedClaim({ status: "published" });
  const missing = [
    "/nowhere",
    "/nowhere/at/all",
    "/debunks/nowhere",
    `/debunks/${debunk?.slug}/versions/2`,
    `/debunks/${debunk?.slug}/versions/one`,
    `/debunks/${debunk?.slug}/nowhere`,
    "/corrections/older/nowhere",
    "/debunks?cursor=nowhere",
    "/debunks?verdict=nowhere",
  ];
  for (const { lang, at } of languages) {
    for (const path of missing.map(at)) await expectPage(request, path, lang, 404);
  }
  for (const path of ["/old.php", "/.env", "/wp-login.php", "/favicon.ico"]) {
    const answer = await request.get(path);
    expect.soft(answer.status(), path).toBe(404);
    expectHeaders(answer);
  }
  const answer = await request.get("/api/v1/nowhere");
  expect(answer.status()).toBe(404);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
  expectHeaders(answer);
});

test("addresses for machines: robots, site map, feeds, probes, and the API", async ({ request }) => {
  const robots = await request.get("/robots.txt");
  const rules = await robots.text();
  expect(rules).toMatch(/^User-Agent: \*$/m);
  for (const path of ["/desk", "/en/desk", "/report/done"]) expect(rules).toContain(`Disallow: ${path}`);
  expect(rules).toContain(`Sitemap: ${site}/sitemap.xml`);

  const { debunk } = await seedClaim({ status: "published" });
  const map = await request.get("/sitemap.xml");
  expect(map.headers()["content-type"]).toContain("xml");
  const xml = await map.text();
  for (const { at } of languages)
    for (const path of staticPages.map(at)) expect.soft(xml).toContain(`<loc>${site}${path}</loc>`);
  const addresses = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address);
  expect(new Set(addresses).size, "no address twice").toBe(addresses.length);
  expect(addresses.every((address) => address.startsWith(site))).toBe(true);
  expect(addresses.some((address) => /\/desk|\/api|\/done/.test(address))).toBe(false);
  for (const answer of [robots, map]) expectHeaders(answer);

  for (const path of [
    "/feed.xml",
    "/atom.xml",
    "/healthz",
    "/readyz",
    "/api/v1/openapi.json",
    "/api/v1/debunks",
    `/api/v1/debunks/${debunk?.slug}`,
    "/api/v1/labels",
    "/.well-known/jwks.json",
    `/oembed?url=${site}/debunks/${debunk?.slug}`,
  ]) {
    const answer = await request.get(path);
    expect.soft(answer.status(), path).toBe(200);
    expectHeaders(answer);
  }
});

test("the addresses of the site map all answer", async ({ request }) => {
  const xml = await (await request.get("/sitemap.xml")).text();
  const paths = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)]
    .map(([, address = ""]) => new URL(address).pathname)
    .slice(0, 120);
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      for (const path of paths.filter((_, at) => at % 4 === lane)) {
        const lang = /^\/en(\/|$)/.test(path) ? "en" : "zh-CN";
        await expectPage(request, path, lang);
      }
    }),
  );
});

test("every link inside the site leads somewhere", async ({ request }) => {
  const { debunk } = await seedClaim({ status: "corrected" });
  const start = [
    ...staticPages,
    ...freshPages,
    `/debunks/${debunk?.slug}`,
    `/debunks/${debunk?.slug}/versions/2`,
    "/nowhere",
  ];
  const links = new Map<string, string>();
  for (const { at } of languages) {
    for (const path of start.map(at)) {
      const html = await (await request.get(path)).text();
      for (const [, href = ""] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
        if (!href.endsWith("/nowhere")) links.set(href.replaceAll("&amp;", "&"), path);
    }
  }
  const bounded = [...links].slice(0, 250);
  expect(bounded.length).toBeGreaterThan(40);
  for (const [href, from] of bounded) {
    const answer = await request.get(href);
    expect.soft(answer.status(), `${href}, linked from ${from}`).toBe(200);
  }
});

test("a reader's browser asks nobody else, keeps no cookie and reports no error", async ({
  page,
  context,
}) => {
  const { debunk } = await seedClaim({ status: "published" });
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on("request", (asked) => {
    if (!asked.url().startsWith(site) && !asked.url().startsWith("data:")) elsewhere.push(asked.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
  for (const path of [
    ...staticPages,
    ...freshPages,
    `/debunks/${debunk?.slug}`,
    "/debunks?verdict=false",
    "/en",
  ]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
