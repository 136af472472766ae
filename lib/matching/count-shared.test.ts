import fc from "fast-check";
import { expect, it } from "vitest";
import { normalise } from "#lib/wording/normalise";
import { countShared } from "./count-shared.ts";
import { Question } from "./question.ts";
import { isPair, readTerms, termList, unitsOf } from "./terms.ts";

/** Reads every term of the text. */
function counted(question: Question, units: Uint16Array) {
  const list = termList(units.length);
  readTerms(units, 0, units.length, list);
  const counts = new Float32Array(question.terms.length);
  let [run, longest] = [0, 0];
  for (const term of list.keys.subarray(0, list.size)) {
    const found = question.terms.indexOf(term);
    if (isPair(term)) run = found >= 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (found >= 0) counts[found] = (counts[found] ?? 0) + 1;
  }
  return { counts, longest };
}

const pieces = [
  "新冠",
  "新型冠状病毒",
  "孩子",
  "小孩",
  "打电话",
  "电话",
  "打",
  "5g",
  "16",
  "日",
  "月",
  "covid",
  "病",
  "毒",
];
const text = fc
  .array(fc.constantFrom(...pieces, "，", " ", "𠮷", "é", "a", "1"), { maxLength: 40 })
  .map((parts) => normalise(parts.join("")).text);

it("counts and measures as reading every term would", () => {
  fc.assert(
    fc.property(text, text, (asked, known) => {
      const question = new Question(asked, () => 1);
      const units = unitsOf(known);
      const counts = new Float32Array(question.terms.length);
      const longest = countShared(question, units, counts);
      expect({ counts, longest }).toEqual(counted(question, units));
    }),
  );
});
