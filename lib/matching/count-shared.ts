import { BREAK, GLUE, isHan } from "#lib/wording/characters";
import { beginsMeaning, beginsWord, type Question } from "./question.ts";
import { isWordUnit, meaningTerm, readTerms, termList, wordAt } from "./terms.ts";

const word = termList(2000);

/**
 * Adds up how often each term of a question stands in a text, and returns the longest stretch of pairs that the question has
 * too. As if all terms of the text were read (`readTerms`), in a tenth of the time: it passes over what cannot be of the question.
 */
export function countShared(question: Question, units: Uint16Array, counts: Float32Array): number {
  const { marks, singles } = question;
  const stop = units.length;
  let previous = 0;
  let run = 0;
  let longest = 0;
  for (let at = 0; at < stop; at++) {
    const unit = units[at] ?? 0;
    if (isHan(unit)) {
      const single = singles[unit] ?? 0;
      if (previous !== 0) {
        const pair = single === 0 ? -1 : question.findPair(previous, unit);
        run = pair < 0 ? 0 : run + 1;
        if (run > longest) longest = run;
        count(counts, pair);
      }
      count(counts, single - 1);
      if ((marks[unit] ?? 0) & beginsMeaning) countMeanings(question, units, at, counts);
      previous = unit;
    } else if (unit !== BREAK && unit !== GLUE) {
      let end = at + 1;
      while (end < stop && isWordUnit(units[end] ?? 0)) end++;
      if ((marks[unit] ?? 0) & beginsWord) countWord(question, units, at, end, counts);
      previous = 0;
      at = end - 1;
    }
  }
  return longest;
}

function countMeanings(question: Question, units: Uint16Array, at: number, counts: Float32Array): void {
  for (const meaning of wordAt(units, at, units.length)?.meanings ?? [])
    count(counts, question.find(meaningTerm(meaning)));
}

/** Counts a word of letters and figures, and the same with the han after it. */
function countWord(
  question: Question,
  units: Uint16Array,
  at: number,
  end: number,
  counts: Float32Array,
): void {
  const isFollowed = end < units.length && isHan(units[end] ?? 0);
  readTerms(units, at, isFollowed ? end + 1 : end, word);
  count(counts, question.find(word.keys[0] ?? 0));
  if (isFollowed) count(counts, question.find(word.keys[1] ?? 0));
}

function count(counts: Float32Array, number: number): void {
  if (number >= 0) counts[number] = (counts[number] ?? 0) + 1;
}
