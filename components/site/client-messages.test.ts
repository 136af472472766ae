import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { messages } from "#lib/i18n/messages";

const imports = /(?:^|\n)(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/g;
const isClient = (text: string) => text.startsWith('"use client"');

function fileOf(from: string, name: string): string | null {
  const [, area, rest = ""] = /^#(components|lib)\/(.*)$/.exec(name) ?? [];
  const path = area ? `${area}/${rest}` : name.startsWith(".") ? normalize(join(dirname(from), name)) : null;
  if (path === null) return null;
  return [path, `${path}.tsx`, `${path}.ts`].find((one) => /\.tsx?$/.test(one) && existsSync(one)) ?? null;
}

/** What of the words the browser components of a page ask for, and what is given to them on the way there. */
function wordsOf(entries: readonly string[]) {
  const needed = new Map<string, string>();
  const given: string[] = [];
  const seen = new Set<string>();
  const visit = (file: string, inBrowser: boolean) => {
    const text = readFileSync(file, "utf8");
    const here = inBrowser || isClient(text);
    if (text.startsWith('"use server"') || seen.has(`${file} ${here}`)) return;
    seen.add(`${file} ${here}`);
    if (here) for (const area of asked(text)) needed.set(area, file);
    else given.push(...givenIn(text));
    for (const [, one, other] of text.matchAll(imports)) {
      const next = fileOf(file, one ?? other ?? "");
      if (next && !next.startsWith("lib/")) visit(next, here);
    }
  };
  for (const entry of entries) visit(entry, false);
  return { needed, given };
}

/** The areas that a component takes its words from; one that does not say which would take any. */
const asked = (text: string): string[] => [
  ...[...text.matchAll(/useTranslations\((?:"([^"]*)")?\)/g)].map(([, area = "(all)"]) => area),
  ...(/\buseFormWords\(/.test(text) ? ["form"] : []),
];

const givenIn = (text: string): string[] =>
  [...text.matchAll(/(?:deskMessages\(|areas=\{\[)([^)\]]*)/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/"([^"]+)"/g)].map(([, area = ""]) => area),
  );

const layoutsAbove = (page: string): string[] => {
  const parts = dirname(page).split("/");
  return parts
    .map((_, length) => join(...parts.slice(0, length + 1), "layout.tsx"))
    .filter((file) => file.startsWith("app/[locale]/desk") && existsSync(file));
};

const pages = globSync("app/[[]locale]/desk/**/page.tsx");

describe("the words that travel to the browser", () => {
  it.each(pages)("are there for all that %s has of components that run in it", (page) => {
    const { needed, given } = wordsOf([...layoutsAbove(page), page]);
    const missing = [...needed].filter(
      ([area]) => !given.some((one) => area === one || area.startsWith(`${one}.`)),
    );
    expect(Object.fromEntries(missing)).toEqual({});
  });

  it("exist, every one that is given", () => {
    const given = pages.flatMap((page) => wordsOf([...layoutsAbove(page), page]).given);
    const at = (area: string) =>
      area.split(".").reduce<unknown>((inner, key) => Object(inner)[key], messages["zh-CN"]);
    expect([...new Set(given)].filter((area) => at(area) === undefined)).toEqual([]);
  });

  it("are looked for on all pages", () => expect(pages.length).toBeGreaterThan(20));
});
