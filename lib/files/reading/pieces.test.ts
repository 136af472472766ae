import fc from "fast-check";
import { expect, it } from "vitest";
import { piecesOf } from "./pieces.ts";

it("leaves whole what is short enough", () => {
  expect(piecesOf(1600, 1600, 192)).toEqual([{ from: 0, to: 1600, keepFrom: 0, keepTo: 1600 }]);
});

it("believes each place of a long picture once, and never near a cut", () => {
  const lengths = fc.record({
    length: fc.integer({ min: 1, max: 70_000 }),
    most: fc.integer({ min: 400, max: 4000 }),
  });
  fc.assert(
    fc.property(lengths, ({ length, most }) => {
      const pieces = piecesOf(length, most, 192);
      expect(pieces[0]).toMatchObject({ from: 0, keepFrom: 0 });
      expect(pieces.at(-1)).toMatchObject({ to: length, keepTo: length });
      for (const [at, { from, to, keepFrom, keepTo }] of pieces.entries()) {
        expect(to - from).toBeLessThanOrEqual(most);
        expect(keepTo).toBeGreaterThan(keepFrom);
        if (at > 0) expect(keepFrom - from).toBeGreaterThanOrEqual(94);
        const next = pieces[at + 1];
        if (next) expect([next.keepFrom, to - keepTo >= 94]).toEqual([keepTo, true]);
      }
    }),
  );
});
