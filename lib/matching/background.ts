import { once } from "#lib/platform/once";
import background from "./background.json" with { type: "json" };
import { Dictionary } from "./dictionary.ts";
import { meaningWords } from "./synonyms.ts";
import { isPair, isSingle, meaningOf, pairOf, type Term, unitsOf } from "./terms.ts";

/** How many words a text of usual length has. */
const usualLength = 120;
/** The table has no letters and figures: each is taken for so common. */
const lettersAndFigures = 5e-4;

/** How common characters, pairs of them and words are in general Chinese, by `background.json`. */
class Background {
  #pairs = new Dictionary();
  #counts: number[] = [];
  #singles = byUnit(background.singles);
  #begins = byUnit(background.begins);
  #ends = byUnit(background.ends);
  #meanings: number[];

  constructor() {
    for (const [level, pairs] of Object.entries(background.pairs)) {
      for (let at = 0; at < pairs.length; at += 2) {
        const pair = pairOf(pairs.charCodeAt(at), pairs.charCodeAt(at + 1));
        this.#counts[this.#pairs.number(pair)] = countOf(level);
      }
    }
    this.#meanings = meaningWords.map((words) =>
      words.reduce((sum, word) => sum + this.#countOfWord(word), 0),
    );
  }

  #countOf(term: Term): number {
    if (isSingle(term)) return this.#singles[term] ?? 0;
    if (!isPair(term)) return this.#meanings[meaningOf(term)] ?? 0;
    // Where one word ends and the next begins, chance brings the two together.
    const met = ((this.#ends[term >>> 16] ?? 0) * (this.#begins[term & 0xffff] ?? 0)) / background.words;
    return met + (this.#counts[this.#pairs.find(term)] ?? 0);
  }

  shareOf(term: Term): number {
    if (isSingle(term) || isPair(term) || meaningOf(term) >= 0) return shareAt(this.#countOf(term));
    return lettersAndFigures;
  }

  shareOfWord(word: string): number {
    return shareAt(this.#countOfWord(word));
  }

  /** A word is about as common as the rarest of its pairs. */
  #countOfWord(word: string): number {
    const units = unitsOf(word);
    if (units.length === 1) return this.#countOf(units[0] ?? 0);
    return Math.min(
      ...Array.from(units.subarray(1), (unit, at) => this.#countOf(pairOf(units[at] ?? 0, unit))),
    );
  }
}

const shareAt = (count: number) => 1 - Math.exp((-count / background.words) * usualLength);

const countOf = (level: string) => 2 ** (Number(level) / 2);

function byUnit(levels: Readonly<Record<string, string>>): Float32Array {
  const counts = new Float32Array(1 << 16);
  for (const [level, units] of Object.entries(levels)) {
    for (let at = 0; at < units.length; at++) counts[units.charCodeAt(at)] = countOf(level);
  }
  return counts;
}

const general = () => once("background of Chinese", () => new Background());

/** The share of texts of usual length in general Chinese that have a word, 0–1. */
export const shareOfWord = (word: string): number => general().shareOfWord(word);

/** The same of a term. */
export const shareOf = (term: Term): number => general().shareOf(term);
