import { expect } from "@playwright/test";
import { operations } from "#lib/web/operations";
import { seedClaim } from "#seed/claims";
import { newPerson, platform, test } from "./pages/people.ts";
import { pages } from "./routes.ts";

/** What everybody may read: pages, and reads of the API that are kept. */
const shared = [
  ...Object.entries(pages).flatMap(([path, need]) => (need === "public" ? [path] : [])),
  ...operations.flatMap(({ path, shows }) => (shows ? [path] : [])),
  "/sitemap.xml",
  "/robots.txt",
];

test("what everybody reads has nothing in it of whoever asked for it first", async ({ ask }) => {
  const canary = "canary-7f3a";
  const person = await newPerson(platform, "moderator", "admin");
  const [theirs, stranger] = [await ask(person), await ask()];
  const { debunk } = await seedClaim({ status: "corrected" });
  const slug = debunk?.slug ?? "";
  const addresses = shared
    .filter((path) => !/^\/(?:report|track|unsubscribe|follow|digest|desk)(?:\/|$)/.test(path))
    .map((path) =>
      path
        .replace(/^\/\{locale\}/, "")
        .replace(/[[{]slug[\]}]/, slug)
        .replace(/[[{](?:number|n)[\]}]/, "1"),
    )
    .filter((path) => !/[[{]/.test(path))
    .flatMap((path) =>
      /^\/(?:api|feed|atom|sitemap|robots|\.well-known)/.test(path) ? [path] : [path, `/en${path}`],
    )
    .map((path) => path.replace(/^\/en\/$/, "/en"));
  expect(addresses.length).toBeGreaterThan(25);
  const headers = {
    "user-agent": canary,
    "accept-language": `en-${canary}`,
    referer: `https://${canary}.example/`,
    "x-forwarded-host": `${canary}.example`,
    "next-router-state-tree": canary,
    "x-canary": canary,
    rsc: "1",
  };
  for (const path of addresses) {
    const query = `?utm_source=${canary}`;
    const ask = async () => [await theirs.get(path + query, { headers }), await stranger.get(path)] as const;
    let [first, then] = await ask();
    // Another journey may publish something between the two.
    for (let turn = 0; turn < 10 && then.headers()["cache-status"] !== "bianzhen; hit"; turn += 1)
      [first, then] = await ask();
    expect.soft([first.status(), then.status()], path).toEqual([200, 200]);
    expect.soft(then.headers()["cache-status"], path).toBe("bianzhen; hit");
    expect.soft(then.headers()["set-cookie"], path).toBeUndefined();
    const told = `${JSON.stringify([first.headers(), then.headers()])}${await first.text()}${await then.text()}`;
    for (const mark of [canary, person.id, person.email]) expect.soft(told, path).not.toContain(mark);
  }
});
