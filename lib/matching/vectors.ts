import { isSingle, readTerms, type Term, termList, unitsOf } from "./terms.ts";

/** A text as a direction: how much each of its terms tells of it. */
export interface Vector {
  weights: Map<Term, number>;
  /** The sum of the weights' cubes. */
  cubes: number;
}

/** Unseen texts that a term is rare in; without them a rumor that half of the texts tell would weigh nothing. */
const background = 1000;

/** How telling something is that stands in so many of some texts. */
export const telling = (frequency: number, texts: number): number =>
  Math.log(1 + (background + texts) / frequency);

/** TF-IDF vectors of length 1; a single character counts less than a pair. */
export function vectorsOf(wordings: readonly string[]): Vector[] {
  const list = termList(Math.max(1, ...wordings.map(({ length }) => length)));
  const frequency = new Map<Term, number>();
  const counted = wordings.map((wording) => {
    const counts = new Map<Term, number>();
    readTerms(unitsOf(wording), 0, wording.length, list);
    for (const term of list.keys.subarray(0, list.size)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    return counts;
  });
  return counted.map((counts) => {
    const weights = new Map<Term, number>();
    let square = 0;
    for (const [term, count] of counts) {
      const idf = telling(frequency.get(term) ?? 1, wordings.length);
      const weight = (1 + Math.log(count)) * idf * (isSingle(term) ? 0.5 : 1);
      weights.set(term, weight);
      square += weight * weight;
    }
    const norm = Math.sqrt(square) || 1;
    let cubes = 0;
    for (const [term, weight] of weights) {
      weights.set(term, weight / norm);
      cubes += (weight / norm) ** 3;
    }
    return { weights, cubes };
  });
}

/** For each text the earlier ones that are at all like it, the most alike first, with their cosine. */
export function neighbours(vectors: readonly Vector[], least: number, most: number): [number, number][][] {
  const postings = new Map<Term, number[]>();
  return vectors.map(({ weights }, at) => {
    const cosines = new Map<number, number>();
    for (const [term, weight] of weights) {
      const list = postings.get(term) ?? [];
      for (const other of list) {
        cosines.set(other, (cosines.get(other) ?? 0) + weight * (vectors[other]?.weights.get(term) ?? 0));
      }
      list.push(at);
      postings.set(term, list);
    }
    const alike = [...cosines].filter(([, cosine]) => cosine >= least);
    return alike.sort(([, one], [, other]) => other - one).slice(0, most);
  });
}

/** A cosine in which rare terms count more. */
export function rareCosine(one: Vector, other: Vector): number {
  let sum = 0;
  for (const [term, weight] of one.weights) {
    const second = other.weights.get(term);
    if (second !== undefined) sum += (weight * second) ** 1.5;
  }
  return sum / (Math.sqrt(one.cubes * other.cubes) || 1);
}
