import { expect, it } from "vitest";
import { divisionPath, lowestCommonDivision } from "./divisions.ts";

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
