import fc from "fast-check";
import { expect, it } from "vitest";
import { quotes, sharedPairs } from "./quote.ts";
import { Said } from "./said.ts";

const claim = "明天早上8点起阆中市全城停水37小时因为自来水厂的水里检出农药超标";
const isQuoted = (one: string, other: string) => quotes(new Said(one), new Said(other));

it("finds a claim amid other talk, whichever text is the longer", () => {
  const message = `我们小区物业刚发的${claim}别不当回事宁愿错过不能放过`;
  expect(isQuoted(claim, message)).toBe(true);
  expect(isQuoted(message, claim)).toBe(true);
  expect(isQuoted(message, `老婆发我的${claim}已经有人去超市抢水了`)).toBe(true);
});

it("does not take a few shared words, or the same words in another order, for a quotation", () => {
  expect(isQuoted(claim, "自来水厂的工作人员说明天早上照常供水大家不要抢购")).toBe(false);
  expect(isQuoted("停水停电停气停网", claim)).toBe(false);
  expect(isQuoted(claim, `${claim.slice(20)}${claim.slice(0, 12)}`)).toBe(false);
});

it("wants sixteen characters at least", () => {
  expect(isQuoted("阆中市全城停水", claim)).toBe(false);
});

/** The same, looking through the longer text for every stretch. */
function quotesPlainly(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let [at, from, covered] = [0, 0, 0];
  while (at + 5 <= short.length) {
    const found = long.indexOf(short.slice(at, at + 5), from);
    let size = 5;
    while (found >= 0 && at + size < short.length && short[at + size] === long[found + size]) size++;
    covered += found < 0 ? 0 : size;
    from = found < 0 ? from : found + size;
    at += found < 0 ? 1 : size;
  }
  return covered >= Math.max(16, 0.6 * short.length);
}

const wording = fc
  .array(fc.constantFrom("停", "水", "停停停停水", "明天全城停水", "后天"), { maxLength: 40 })
  .map((words) => words.join(""));

it("finds in one pass what looking through the longer text for every stretch finds", () => {
  let quoted = 0;
  fc.assert(
    fc.property(wording, wording, fc.boolean(), (one, other, isInside) => {
      const whole = isInside ? `网传${one}${other}` : other;
      const is = isQuoted(one, whole);
      expect(is).toBe(quotesPlainly(one, whole));
      if (is) quoted++;
    }),
    { numRuns: 500 },
  );
  expect(quoted).toBeGreaterThan(50);
});

it("counts the different pairs that two wordings share, by the one that has fewer", () => {
  expect(sharedPairs(new Said("全城停水停水"), new Said("停水"))).toEqual({ count: 1, share: 1 });
  expect(sharedPairs(new Said("停水"), new Said("停电"))).toEqual({ count: 0, share: 0 });
});
