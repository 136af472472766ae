import { expect, it } from "vitest";
import { encodeCursor } from "#lib/platform/cursor";
import { newId } from "#lib/platform/id";
import { findPage, missingAddress } from "./addresses.ts";

const at = (address: string) => {
  const url = new URL(address, "http://site.example");
  return findPage(url.pathname, url.searchParams);
};
const keyOf = (address: string): string => {
  const found = at(address);
  if (found === "framework") return found;
  return "page" in found ? found.page.key : `missing ${found.missing.missing} ${found.missing.locale}`;
};
const cursor = encodeCursor({ at: new Date(), id: newId() });

it.each([
  ["/", "/"],
  ["/en", "/en"],
  ["/?utm_source=x", "/"],
  ["/en/about?a=1&b=2", "/en/about"],
  ["/debunks?page=2", "/debunks"],
  ["/debunks?from=timeline&isappinstalled=0", "/debunks"],
  ["/debunks?verdict=false&topic=food", "/debunks?topic=food&verdict=false"],
  ["/en/debunks?topic=food&x=1&verdict=false", "/en/debunks?topic=food&verdict=false"],
  ["/debunks?topic=&verdict=false", "/debunks?verdict=false"],
  ["/debunks/20260101-000001?x", "/debunks/20260101-000001"],
  ["/debunks/20260101-000001/versions/2", "/debunks/20260101-000001/versions/2"],
  [`/corrections/older/${cursor}`, `/corrections/older/${cursor}`],
  ["/report?file=a&file=b&x=1", "/report?file=a&file=b"],
  ["/sitemap.xml", "/sitemap.xml"],
  ["/desk/queue?view=all", "framework"],
  ["/en/track", "framework"],
  ["/follow/confirm?token=x", "framework"],
])("%s is %s", (address, key) => {
  expect(keyOf(address)).toBe(key);
});

it.each([
  ["/nowhere", "missing page zh-CN"],
  ["/en/nowhere", "missing page en"],
  ["/en/en/about", "missing page en"],
  ["/About", "missing page zh-CN"],
  ["/debunks/a.b", "missing page zh-CN"],
  ["/debunks/20260101-000001/versions/0", "missing page zh-CN"],
  ["/debunks/20260101-000001/versions/one", "missing page zh-CN"],
  ["/corrections/older/nowhere", "missing page zh-CN"],
  ["/debunks?topic=a&topic=b", "missing list zh-CN"],
  ["/en/debunks?q=a&q=b", "missing list en"],
  ["/desks", "missing page zh-CN"],
  ["/report/else", "missing page zh-CN"],
])("%s is %s", (address, missing) => {
  expect(keyOf(address)).toBe(missing);
});

it("keeps what many read, and no answer to a question", () => {
  const facts = (address: string) => {
    const found = at(address);
    if (found === "framework" || !("page" in found)) throw new Error(address);
    const { isKept, isLasting, isOwn, scripts } = found.page;
    return { isKept, isLasting, isOwn, scripts };
  };
  const read = { isKept: true, isLasting: true, isOwn: false, scripts: "none" };
  expect(facts("/debunks")).toEqual(read);
  expect(facts("/debunks?topic=food")).toEqual({ ...read, isLasting: false });
  expect(facts(`/debunks?cursor=${cursor}`)).toEqual({ ...read, isLasting: false });
  expect(facts("/debunks?q=food")).toEqual({ ...read, isKept: false, isLasting: false });
  expect(facts("/report")).toEqual({ isKept: false, isLasting: false, isOwn: true, scripts: "later" });
});

it("has one address for all that is missing of a kind, which there can never be", async () => {
  const page = missingAddress({ missing: "page", locale: "en" });
  expect(keyOf(page.key)).toBe("missing page en");
  const list = missingAddress({ missing: "list", locale: "zh-CN" });
  const found = at(list.key);
  expect(found !== "framework" && "page" in found && (await found.page.exists())).toBe(false);
});
