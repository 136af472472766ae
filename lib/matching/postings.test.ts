import fc from "fast-check";
import { expect, it } from "vitest";
import { Postings } from "./postings.ts";

const read = (postings: Postings, term: number) =>
  Array.from(postings.read(term), (posting): [number, number] => [posting >>> 2, posting & 3]);

it("gives back what was put in, in order", () => {
  const lists = fc.array(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 90_000 }), fc.nat(3)), { maxLength: 300 }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(lists, (steps) => {
      const postings = new Postings(1000);
      const expected = steps.map((list, term) => {
        let entry = -1;
        return list.map(([step, weight]): [number, number] => {
          entry += step;
          postings.add(term, entry, weight);
          return [entry, weight];
        });
      });
      for (const [term, list] of expected.entries()) expect(read(postings, term)).toEqual(list);
    }),
    { numRuns: 50 },
  );
});

it("only counts a term that is everywhere", () => {
  const postings = new Postings(10);
  for (let entry = 0; entry < 11; entry++) postings.add(0, entry, 0);
  expect(postings.isListed(0)).toBe(false);
  expect(postings.count(0)).toBe(11);
  expect(read(postings, 0)).toEqual([]);
});
