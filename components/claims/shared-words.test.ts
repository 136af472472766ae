import { expect, it } from "vitest";
import { tokensOf } from "#lib/matching/tokens";
import { readableWords } from "./shared-words.tsx";

it("joins neighbouring pairs to the runs that people read, the longest first", () => {
  expect(readableWords(tokensOf("自来水有毒，江边死鱼"))).toEqual(["自来水有毒", "江边死鱼"]);
});

it("leaves single characters out while there is anything longer", () => {
  expect(readableWords(["3", "地震"])).toEqual(["地震"]);
  expect(readableWords(["3"])).toEqual(["3"]);
});
