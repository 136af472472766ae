import { Dictionary } from "./dictionary.ts";
import type { Facts } from "./facts.ts";
import { Said } from "./said.ts";
import { meaningWords } from "./synonyms.ts";
import {
  isPair,
  isSingle,
  meaningOf,
  pairOf,
  readTerms,
  type Term,
  type TermList,
  termList,
  unitsOf,
} from "./terms.ts";

/** No text has it. */
const noTerm: Term = 0;

/** What a unit may be to a question: the first of a word with one of its meanings, or of a word of letters and figures in it. */
export const [beginsMeaning, beginsWord] = [1, 2];

/** A question as the index works with it: its different terms, and how telling each is. */
export class Question {
  /** All its terms, in their order. */
  readonly list: TermList;
  /** Its different terms are numbered; `idf` by number. */
  readonly terms: Term[] = [];
  readonly idf: Float64Array;
  /** The sums of `idf` and of its squares. */
  readonly total: number;
  readonly totalRare: number;
  /** How telling a term would be that no entry has. */
  readonly unseen: number;
  readonly units: Uint16Array;
  readonly facts: Facts;
  readonly said: Said;
  /** By UTF-16 unit what begins with it, and the number of it as a term, from 1: most units of an entry have neither. */
  readonly marks = new Uint8Array(1 << 16);
  readonly singles = new Uint16Array(1 << 16);
  #places = new Dictionary();

  constructor(text: string, idfOf: (term: Term) => number) {
    const units = unitsOf(text);
    this.units = units;
    this.said = new Said(text);
    this.facts = this.said.facts;
    this.list = termList(units.length);
    readTerms(units, 0, units.length, this.list);
    for (let at = 0; at < this.list.size; at++) {
      const term = this.list.keys[at] ?? 0;
      if (this.#places.number(term) < this.terms.length) continue;
      this.terms.push(term);
      if (isSingle(term)) this.singles[term] = this.terms.length;
      else if (meaningOf(term) >= 0)
        for (const first of firstUnits[meaningOf(term)] ?? []) this.#mark(first, beginsMeaning);
      else if (!isPair(term)) this.#mark(units[this.list.starts[at] ?? 0] ?? 0, beginsWord);
    }
    this.idf = Float64Array.from(this.terms, idfOf);
    this.total = this.idf.reduce((sum, value) => sum + value, 0);
    this.totalRare = this.idf.reduce((sum, value) => sum + value * value, 0);
    this.unseen = idfOf(noTerm);
  }

  /** The number of a term, or -1. */
  find(term: Term): number {
    if (isSingle(term)) return (this.singles[term] ?? 0) - 1;
    return isPair(term) ? this.findPair(term >>> 16, term & 0xffff) : this.#places.find(term);
  }

  /** The number of a pair of han characters, or -1. */
  findPair(first: number, second: number): number {
    // Most pairs of an entry have a character that the question lacks: no need to look them up.
    if (!this.singles[second] || !this.singles[first]) return -1;
    return this.#places.find(pairOf(first, second));
  }

  #mark(unit: number, what: number): void {
    this.marks[unit] = (this.marks[unit] ?? 0) | what;
  }
}

/** By the number of a meaning the units with which its words begin. */
const firstUnits = meaningWords.map((words) => new Set(words.map((word) => word.charCodeAt(0))));
