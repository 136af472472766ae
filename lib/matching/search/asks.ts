import { BREAK, GLUE, isHan } from "#lib/wording/characters";
import { normalised } from "#lib/wording/normalise";
import { withoutAsking } from "../boilerplate.ts";
import { isPair, isSingle, meaningOf, readTerms, type Term, termList, unitsOf } from "../terms.ts";
import { figuredTerms } from "./figures.ts";
import { keepOuterMeanings } from "./outer-meanings.ts";
import { soundTerms, typedInitials, typedSounds } from "./sounds.ts";

/** One thing that a search asks for, and what an entry may have for it: each with its share of what the thing itself is worth. */
export interface Ask {
  /** What it counts beside the others. */
  weight: number;
  options: Map<Term, number>;
  /** Whether an entry that has it and nothing else is worth showing. */
  isTelling: boolean;
}

/** What the index knows of words: how many entries have a term, and which words one typo parts from another. */
export interface Known {
  count: (term: Term) => number;
  near: (word: string) => readonly string[];
}

/** A pair over the end of a word is there by chance; a character beside others says little, unless it means something. */
const [ACROSS, BESIDE] = [0.4, 0.12];
/** What another word of the same meaning is worth, what sounds the same, a word with a typo, and first letters. */
const [MEANT, HEARD, MISTYPED, ABBREVIATED] = [0.7, 0.6, 0.7, 0.6];

/** Longer searches are cut: the words that decide come early. */
const LONGEST = 200;

/** How people ask in English whether something is true. */
const asking =
  /^(?:is|are) (?:it|this|that|these|they) (?:really |actually )?(?:true|real|fake)(?: that)?(?: |$)/u;

/** A search as it is compared: without the words that only ask whether something is true. */
export const searchedText = (question: string): string =>
  withoutAsking(normalised(question)).replace(asking, "").slice(0, LONGEST);

/** What a search asks for. */
export function asksOf(text: string, known: Known): Ask[] {
  const units = unitsOf(text);
  const isInside = wordsIn(text);
  const list = termList(units.length);
  readTerms(units, 0, units.length, list);
  keepOuterMeanings(list);
  const asks: (Ask & { start: number; end: number })[] = [];
  for (let at = 0; at < list.size; at++) {
    const [term, start, end] = [list.keys[at] ?? 0, list.starts[at] ?? 0, list.ends[at] ?? 0];
    if (meaningOf(term) >= 0) continue;
    if (isSingle(term)) {
      asks.push({
        weight: BESIDE,
        options: new Map([[term, 1]]),
        isTelling: false,
        start,
        end,
      });
    } else if (isPair(term)) {
      const isWord = end - start === 2 && isInside(start);
      const options = new Map([[term, 1]]);
      if (end - start === 2) {
        for (const sound of soundTerms(units, start)) options.set(sound, HEARD);
        for (const figured of figuredTerms(units, start)) options.set(figured, 1);
      }
      asks.push({ weight: isWord ? 1 : ACROSS, options, isTelling: true, start, end });
    } else {
      const word = text.slice(start, end);
      for (const ask of asksOfWord(word, term, known)) asks.push({ ...ask, start, end });
    }
  }
  for (let at = 0; at < list.size; at++) {
    const [term, start, end] = [list.keys[at] ?? 0, list.starts[at] ?? 0, list.ends[at] ?? 0];
    if (meaningOf(term) < 0) continue;
    for (const ask of asks) {
      if (ask.start < start || ask.end > end) continue;
      ask.options.set(term, MEANT);
      if (end - start === 1)
        Object.assign(ask, { weight: Math.max(ask.weight, 2 * BESIDE), isTelling: true });
    }
  }
  // A search for a single character or a figure asks for nothing else.
  if (!asks.some(({ isTelling }) => isTelling))
    for (const ask of asks) Object.assign(ask, { weight: 1, isTelling: true });
  return asks;
}

/** A word of another script: itself, with a typo, or han typed by their sound or by the first letters of it. */
function asksOfWord(word: string, term: Term, known: Known): Ask[] {
  const ask = (options: Iterable<readonly [Term, number]>, weight = 1): Ask => ({
    weight,
    options: new Map(options),
    isTelling: true,
  });
  const last = word.charCodeAt(word.length - 1);
  // With the han after it, a figure says of what there are so many.
  if (isHan(last)) return [ask([[term, 1]])];
  if (/^\d+$/u.test(word)) return [{ ...ask([[term, 1]], 2 * BESIDE), isTelling: false }];
  if (known.count(term) > 0) return [ask([[term, 1]])];
  const typed = typedSounds(word)
    .map((terms) => ({ terms, share: terms.filter((sound) => known.count(sound) > 0).length / terms.length }))
    .sort((one, other) => other.share - one.share || one.terms.length - other.terms.length)[0];
  if (typed?.share === 1) return typed.terms.map((sound) => ask([[sound, 1]]));
  const near = known.near(word);
  if (near.length > 0) return [ask(near.map((other) => [wordTerm(other), MISTYPED]))];
  const initials = typedInitials(word);
  if (initials.length > 0 && initials.every((letters) => known.count(letters) > 0))
    return initials.map((letters) => ask([[letters, ABBREVIATED]]));
  if (typed && typed.share >= 0.5) return typed.terms.map((sound) => ask([[sound, 1]]));
  return [ask([[term, 1]])];
}

/** The term of a word of another script. */
export function wordTerm(word: string): Term {
  const list = termList(word.length);
  readTerms(unitsOf(word), 0, word.length, list);
  return list.keys[0] ?? 0;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Whether the character at a place of the text is of one word with the next. */
function wordsIn(text: string): (at: number) => boolean {
  const lasts = new Set<number>();
  for (const { index, segment } of segmenter.segment(text)) lasts.add(index + segment.length - 1);
  return (at) => !lasts.has(at) && text.charCodeAt(at + 1) !== BREAK && text.charCodeAt(at + 1) !== GLUE;
}
