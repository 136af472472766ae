import { isSingle, readTerms, type Term, termList } from "./terms.ts";

const list = termList(2000);

/** What the terms of a title say of it, each by its term. */
export type Weights = ReadonlyMap<Term, number>;

/** How alike two titles are, 0–1: the cosine of their terms. */
export function alikeTitles(one: Weights, other: Weights): number {
  let [shared, first, second] = [0, 0, 0];
  for (const weight of one.values()) first += weight;
  for (const [term, weight] of other) {
    second += weight;
    if (one.has(term)) shared += weight;
  }
  return shared / (Math.sqrt(first * second) || 1);
}

/** The terms of a title: rare ones count double, and single characters half. */
export function weightsOf(title: Uint16Array, idfOf: (term: Term) => number): Weights {
  readTerms(title, 0, title.length, list);
  const weights = new Map<Term, number>();
  for (const term of list.keys.subarray(0, list.size)) {
    if (!weights.has(term)) weights.set(term, idfOf(term) ** 2 * (isSingle(term) ? 0.5 : 1));
  }
  return weights;
}
