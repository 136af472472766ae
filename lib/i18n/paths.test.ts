import { expect, it } from "vitest";
import { deskPath, withQuery } from "./paths.ts";

it.each([
  "/desk",
  "/en/desk/queue?view=new&q=%E5%9C%B0",
  "/desk/claims/01a20c43-3bec-7222-a0cb-a3c515c3840e",
])("returns to %s", (path) => {
  expect(deskPath(path)).toBe(path);
});

it.each([
  ["/desk/claims/../queue?to=/desk/sign-in", "/desk/queue?to=/desk/sign-in"],
  ["/en/desk/./account", "/en/desk/account"],
  ["/desk/keys/%2e%2e/audit", "/desk/audit"],
])("returns from %s to %s", (text, path) => {
  expect(deskPath(text)).toBe(path);
});

it.each([
  "/desk/..",
  "/desk/../..//example.org",
  "/desk/../check?text=a",
  "/en/desk/../../desk/../check",
  "/desk/%2e%2e/%2E%2E/check",
  "/desk/..%2f..%2fcheck",
  "/desk/..%5c..%5ccheck",
  "/desk/claims/../sign-in?to=/desk",
  "/desk//example.org",
  "/desk/./sign-in/",
  "https://example.org/desk",
  "//example.org/desk",
  "/desk\\@example.org",
  "/desk//example.org:80",
  "/deskx",
  "/desk/sign-in",
  "/",
  "",
  null,
  `/desk?${"a".repeat(600)}`,
])("does not return to %s", (path) => {
  expect(deskPath(path)).toBeNull();
});

it.each([
  [{}, "/desk/audit"],
  [{ type: undefined, cursor: null, q: "" }, "/desk/audit"],
  [{ type: "claim.moved", cursor: undefined }, "/desk/audit?type=claim.moved"],
  [{ q: "地铁 & 停运", cursor: "a1" }, "/desk/audit?q=%E5%9C%B0%E9%93%81+%26+%E5%81%9C%E8%BF%90&cursor=a1"],
])("asks for %j with %s", (query, address) => {
  expect(withQuery("/desk/audit", query)).toBe(address);
});
