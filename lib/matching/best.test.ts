import fc from "fast-check";
import { expect, it } from "vitest";
import { Best } from "./best.ts";

it("keeps the highest, best first", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 })),
      fc.integer({ min: 1, max: 20 }),
      (scores, limit) => {
        const best = new Best(limit);
        for (const [number, score] of scores.entries()) best.offer(number, score);
        const kept = best.ranked().map((number) => scores[number]);
        expect(kept).toEqual(scores.toSorted((one, other) => other - one).slice(0, limit));
      },
    ),
  );
});

it("leaves out what is far behind the best, but for the first few", () => {
  const best = new Best(10);
  for (const [number, score] of [10, 1, 6, 3, 2, 5].entries()) best.offer(number, score);
  expect(best.ranked({ few: 1, beside: 0.5 })).toEqual([0, 2, 5]);
  expect(best.ranked({ few: 4, beside: 0.5 })).toEqual([0, 2, 5, 3]);
});
