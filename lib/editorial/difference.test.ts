import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, hasChanged, pointChanges } from "./difference.ts";

const joined = (pieces: ReturnType<typeof difference>, without: "added" | "removed") =>
  pieces
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join("");

describe("difference", () => {
  it("gives both texts back, whatever they are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const pieces = difference(before, after);
        expect(joined(pieces, "added")).toBe(before);
        expect(joined(pieces, "removed")).toBe(after);
      }),
    );
  });

  it("marks whole words, not single letters", () => {
    expect(difference("没有发布预报", "从未发布预报")).toEqual([
      { text: "没有", change: "removed" },
      { text: "从未", change: "added" },
      { text: "发布预报", change: "same" },
    ]);
  });

  it("finds nothing in equal texts", () => {
    expect(hasChanged(difference("一样\n两行", "一样\n两行"))).toBe(false);
  });
});

describe("pointChanges", () => {
  const point = (text: string) => ({ text, evidenceIds: [] });

  it("pairs a changed point with the one it replaces and keeps dropped ones in sight", () => {
    const changes = pointChanges([point("甲"), point("乙"), point("丙")], [point("甲"), point("丁")]);
    expect(changes.map(({ point: kept }) => kept?.text ?? null)).toEqual(["甲", "丁", null]);
    expect(hasChanged(changes[0]?.pieces ?? [])).toBe(false);
    expect(hasChanged(changes[1]?.pieces ?? [])).toBe(true);
  });

  it("keeps every point of the newer text, in order", () => {
    const points = fc.array(fc.string().map(point), { maxLength: 8 });
    fc.assert(
      fc.property(points, points, (before, after) => {
        const kept = pointChanges(before, after).flatMap(({ point: each }) => (each ? [each] : []));
        expect(kept).toEqual(after);
      }),
    );
  });
});
