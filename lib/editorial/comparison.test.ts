import { describe, expect, it } from "vitest";
import { comparedWith, hasPart } from "./comparison.ts";

const review = (number: number, reviewerId = "reviewer") => ({ reviewerId, version: { number } });

describe("comparedWith", () => {
  it.each([
    ["a first version", { kind: "initial", latestVersion: 1, reviews: [] }, undefined, null],
    ["a second one", { kind: "initial", latestVersion: 2, reviews: [] }, undefined, 1],
    [
      "one that was returned",
      { kind: "initial", latestVersion: 5, reviews: [review(2), review(3)] },
      undefined,
      3,
    ],
    ["one reviewed only now", { kind: "initial", latestVersion: 5, reviews: [review(5)] }, undefined, 4],
    ["a correction", { kind: "update", latestVersion: 4, reviews: [review(3)] }, undefined, 1],
    ["a chosen version", { kind: "initial", latestVersion: 4, reviews: [] }, "2", 2],
    ["none on request", { kind: "update", latestVersion: 4, reviews: [] }, "0", null],
    ["a version that is not earlier", { kind: "initial", latestVersion: 4, reviews: [] }, "4", null],
    ["nonsense", { kind: "initial", latestVersion: 4, reviews: [] }, "x", 3],
  ] as const)("of %s", (_, draft, chosen, against) => {
    expect(comparedWith(draft, chosen)).toBe(against);
  });
});

it("hasPart: whoever wrote any version or reviewed the latest one", () => {
  const draft = {
    latestVersion: 2,
    versions: [{ writerId: "writer" }],
    reviews: [review(1, "a"), review(2, "b")],
  };
  expect(["writer", "a", "b", "c"].map((id) => hasPart(draft, id))).toEqual([true, false, true, false]);
});
