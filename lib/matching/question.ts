import { Dictionary } from "./dictionary.ts";
import { isPair, isSingle, readTerms, type Term, type TermList, termList, unitsOf } from "./terms.ts";

/** A question as the index works with it: its different terms, and how telling each is. */
export class Question {
  /** All its terms, in their order. */
  readonly list: TermList;
  /** Its different terms are numbered; `idf` by number. */
  readonly terms: Term[] = [];
  readonly idf: Float64Array;
  /** The sum of `idf`. */
  readonly total: number;
  readonly length: number;
  #places = new Dictionary();
  #singles = new Uint8Array(1 << 16);

  constructor(text: string, idfOf: (term: Term) => number) {
    const units = unitsOf(text);
    this.length = units.length;
    this.list = termList(units.length);
    readTerms(units, 0, units.length, this.list);
    for (const term of this.list.keys.subarray(0, this.list.size)) {
      if (isSingle(term)) this.#singles[term] = 1;
      if (this.#places.number(term) === this.terms.length) this.terms.push(term);
    }
    this.idf = Float64Array.from(this.terms, idfOf);
    this.total = this.idf.reduce((sum, value) => sum + value, 0);
  }

  /** The number of a term, or -1. */
  find(term: Term): number {
    // Most pairs of an entry have a character that the question lacks: no need to look them up.
    if (isPair(term) && !(this.#singles[term >>> 16] && this.#singles[term & 0xffff])) return -1;
    if (isSingle(term) && !this.#singles[term]) return -1;
    return this.#places.find(term);
  }
}
