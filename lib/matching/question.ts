import { Dictionary } from "./dictionary.ts";
import { type Facts, factsOf } from "./facts.ts";
import { isPair, isSingle, readTerms, type Term, type TermList, termList, unitsOf } from "./terms.ts";

/** No text has it. */
const noTerm: Term = 0;

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
  #places = new Dictionary();
  #singles = new Uint8Array(1 << 16);

  constructor(text: string, idfOf: (term: Term) => number) {
    const units = unitsOf(text);
    this.units = units;
    this.facts = factsOf(text);
    this.list = termList(units.length);
    readTerms(units, 0, units.length, this.list);
    for (const term of this.list.keys.subarray(0, this.list.size)) {
      if (isSingle(term)) this.#singles[term] = 1;
      if (this.#places.number(term) === this.terms.length) this.terms.push(term);
    }
    this.idf = Float64Array.from(this.terms, idfOf);
    this.total = this.idf.reduce((sum, value) => sum + value, 0);
    this.totalRare = this.idf.reduce((sum, value) => sum + value * value, 0);
    this.unseen = idfOf(noTerm);
  }

  /** The number of a term, or -1. */
  find(term: Term): number {
    // Most pairs of an entry have a character that the question lacks: no need to look them up.
    if (isPair(term) && !(this.#singles[term >>> 16] && this.#singles[term & 0xffff])) return -1;
    if (isSingle(term) && !this.#singles[term]) return -1;
    return this.#places.find(term);
  }
}
