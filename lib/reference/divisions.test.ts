import { expect, it } from "vitest";
import { divisionPath, lowestCommonDivision, raisedTo } from "./divisions.ts";

it.each([
  ["510722", ["510722", "510700", "510000"]],
  ["510700", ["510700", "510000"]],
  ["510000", ["510000"]],
])("%s lies in %j", (code, path) => {
  expect(divisionPath(code)).toEqual(path);
});

it.each([
  [[], "510000"],
  [["510722"], "510722"],
  [["510722", "510725"], "510700"],
  [["510722", "510700"], "510700"],
  [["510722", "511722"], "510000"],
])("the lowest division of %j is %s", (codes, common) => {
  expect(lowestCommonDivision(codes)).toBe(common);
});

it.each([
  ["county", "510722", "510722"],
  ["prefecture", "510722", "510700"],
  ["province", "510722", "510000"],
  ["county", "510700", "510700"],
  ["prefecture", "510000", "510000"],
] as const)("what is decided in a %s or above is decided for %s in %s", (level, code, raised) => {
  expect(raisedTo(level, code)).toBe(raised);
});
