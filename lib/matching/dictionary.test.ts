import fc from "fast-check";
import { expect, it } from "vitest";
import { Dictionary } from "./dictionary.ts";

it("numbers terms as a map would", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 5000, size: "max" }),
      (terms) => {
        const dictionary = new Dictionary();
        const expected = new Map<number, number>();
        for (const term of terms) {
          if (!expected.has(term)) expected.set(term, expected.size);
          expect(dictionary.number(term)).toBe(expected.get(term));
        }
        for (const [term, number] of expected) expect(dictionary.find(term)).toBe(number);
        expect(dictionary.size).toBe(expected.size);
      },
    ),
    { numRuns: 20 },
  );
});
