import { isSingle, readTerms, type Term, termList } from "./terms.ts";

const list = termList(2000);

/** How alike two titles are, 0–1: the cosine of their terms, rare ones counting double and single characters half. */
export function alikeTitles(one: Uint16Array, other: Uint16Array, idfOf: (term: Term) => number): number {
  const known = weightsOf(one, idfOf);
  let [shared, first, second] = [0, 0, 0];
  for (const weight of known.values()) first += weight;
  for (const [term, weight] of weightsOf(other, idfOf)) {
    second += weight;
    if (known.has(term)) shared += weight;
  }
  return shared / (Math.sqrt(first * second) || 1);
}

function weightsOf(title: Uint16Array, idfOf: (term: Term) => number): Map<Term, number> {
  readTerms(title, 0, title.length, list);
  const weights = new Map<Term, number>();
  for (const term of list.keys.subarray(0, list.size)) {
    if (!weights.has(term)) weights.set(term, idfOf(term) ** 2 * (isSingle(term) ? 0.5 : 1));
  }
  return weights;
}
