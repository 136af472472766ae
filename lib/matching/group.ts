import { conflict, factsOf, isTemplate } from "./facts.ts";
import { isSingle, readTerms, type Term, termList, unitsOf } from "./terms.ts";
import { compact, wordingOf } from "./wording.ts";

/**
 * How alike two texts must be, by the length of the shorter in units: long ones share less even when one quotes
 * the other. Chosen on the posts and titles of eval/dev/grouping.jsonl.
 */
const thresholds: readonly (readonly [length: number, cosine: number])[] = [
  [12, 0.55],
  [25, 0.5],
  [60, 0.18],
  [Number.POSITIVE_INFINITY, 0.14],
];
/** Longer texts name so much that one difference says nothing. */
const shortEnoughToDiffer = 40;
/** Unseen texts that a term is rare in; without them a rumor that half of the texts tell would weigh nothing. */
const background = 1000;

interface Vector {
  weights: Map<Term, number>;
  wording: string;
}

/**
 * Groups texts that make the same claim: two that are alike belong together, unless they name other places,
 * days, figures or things. Returns the positions of the texts, a list for each group, first come first.
 */
export function group(texts: readonly string[]): number[][] {
  const vectors = vectorsOf(texts.map((text) => wordingOf(text).text));
  const postings = new Map<Term, number[]>();
  const groupOf: number[][] = [];
  for (const [at, vector] of vectors.entries()) {
    let home = [at];
    for (const other of alikeTo(vector, postings, vectors))
      home = joined(home, groupOf[other] ?? [], groupOf);
    for (const member of home) groupOf[member] = home;
    for (const term of vector.weights.keys()) {
      const list = postings.get(term);
      if (list) list.push(at);
      else postings.set(term, [at]);
    }
  }
  return [...new Set(groupOf)].map((members) => members.sort((one, other) => one - other));
}

function joined(home: number[], other: number[], groupOf: number[][]): number[] {
  if (home === other) return home;
  const all = [...home, ...other];
  for (const member of all) groupOf[member] = all;
  return all;
}

/** The earlier texts that say the same, most alike first. */
function alikeTo(
  vector: Vector,
  postings: ReadonlyMap<Term, number[]>,
  vectors: readonly Vector[],
): number[] {
  const scores = new Map<number, number>();
  for (const [term, weight] of vector.weights) {
    for (const other of postings.get(term) ?? []) {
      scores.set(other, (scores.get(other) ?? 0) + weight * (vectors[other]?.weights.get(term) ?? 0));
    }
  }
  return [...scores]
    .sort(([, one], [, two]) => two - one)
    .slice(0, 20)
    .filter(([other, score]) => {
      const wording = vectors[other]?.wording ?? "";
      return score >= thresholdFor(vector.wording, wording) && !differ(vector.wording, wording);
    })
    .map(([other]) => other);
}

function thresholdFor(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  return thresholds.find(([most]) => length <= most)?.[1] ?? 1;
}

const differ = (one: string, other: string) =>
  Math.min(one.length, other.length) <= shortEnoughToDiffer &&
  (conflict(factsOf(one), factsOf(other)) || isTemplate(compact(one), compact(other)));

/** TF-IDF vectors of length 1; a single character counts less than a pair. */
function vectorsOf(wordings: readonly string[]): Vector[] {
  const list = termList(Math.max(1, ...wordings.map(({ length }) => length)));
  const frequency = new Map<Term, number>();
  const counted = wordings.map((wording) => {
    const counts = new Map<Term, number>();
    readTerms(unitsOf(wording), 0, wording.length, list);
    for (const term of list.keys.subarray(0, list.size)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    return { counts, wording };
  });
  return counted.map(({ counts, wording }) => {
    let square = 0;
    const weights = new Map<Term, number>();
    for (const [term, count] of counts) {
      const idf = Math.log(1 + (background + wordings.length) / (frequency.get(term) ?? 1));
      const weight = (1 + Math.log(count)) * idf * (isSingle(term) ? 0.5 : 1);
      weights.set(term, weight);
      square += weight * weight;
    }
    const norm = Math.sqrt(square) || 1;
    for (const [term, weight] of weights) weights.set(term, weight / norm);
    return { weights, wording };
  });
}
