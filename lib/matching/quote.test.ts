import { expect, it } from "vitest";
import { quotes } from "./quote.ts";

const claim = "明天早上8点起阆中市全城停水37小时因为自来水厂的水里检出农药超标";

it("finds a claim amid other talk, whichever text is the longer", () => {
  const message = `我们小区物业刚发的${claim}别不当回事宁愿错过不能放过`;
  expect(quotes(claim, message)).toBe(true);
  expect(quotes(message, claim)).toBe(true);
  expect(quotes(message, `老婆发我的${claim}已经有人去超市抢水了`)).toBe(true);
});

it("does not take a few shared words, or the same words in another order, for a quotation", () => {
  expect(quotes(claim, "自来水厂的工作人员说明天早上照常供水大家不要抢购")).toBe(false);
  expect(quotes("停水停电停气停网", claim)).toBe(false);
  expect(quotes(claim, `${claim.slice(20)}${claim.slice(0, 12)}`)).toBe(false);
});

it("wants sixteen characters at least", () => {
  expect(quotes("阆中市全城停水", claim)).toBe(false);
});
