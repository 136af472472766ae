import type { Glimpse, Likeness } from "./compare.ts";

const log = Math.log1p;

/** What the candidates of one question are measured against: the highest of each. */
export interface Top {
  bm25: number;
  shared: number;
}

/** The features that order the candidates of one question. */
export function rankFeatures(found: Likeness, top: Top): number[] {
  return [
    found.bm25 / (top.bm25 || 1),
    found.titleInQuestion,
    found.titleInOrder,
    found.titleInOrder ** 2,
    log(found.titleRun),
    log(found.bodyRun),
    found.contradicts ? 1 : 0,
    found.samePlace ? 1 : 0,
    found.rareQuestionInEntry,
    found.sharedInOrder / (top.shared || 1),
  ];
}

/**
 * Fitted by `scripts/tune-matching.ts` on eval/dev: softmax over the first candidates of each known rumor, colloquial
 * and disturbed question. Long runs count against an entry: what is quoted at length is mostly another report of it.
 */
const rankWeights = [9.04, 4.99, 7.23, -2.76, -1.34, -0.37, -1.57, 1.38, 1.07, 2.63];

/** Orders the candidates of one question. */
export const rankScore = (found: Likeness, top: Top): number => dot(rankFeatures(found, top), rankWeights);

/** Roughly the same, before the order of the titles is compared. */
export const glimpseScore = (found: Glimpse, top: Top): number =>
  9 * (found.bm25 / (top.bm25 || 1)) + 9 * found.titleInQuestion + 2 * found.rareQuestionInEntry;

/** How a candidate stands among the others. */
export interface Standing {
  /** By how much its rank score exceeds that of the best entry with another claim. */
  margin: number;
  /** Its BM25 as a share of the highest. */
  relative: number;
}

/** The features that tell how likely an entry is about the claim of the question. */
export function chanceFeatures(found: Likeness, { margin, relative }: Standing): number[] {
  const lead = Math.max(-widest, Math.min(widest, margin));
  return [
    1,
    lead,
    Math.sqrt(Math.max(0, lead)) * found.titlePairsInQuestion,
    relative,
    found.titlePairsInQuestion,
    found.titleInOrder ** 2,
    log(found.shared),
    log(found.lacking),
    found.rarestShared,
    found.rarestLacking,
    log(found.titleRun),
    log(found.bodyRun),
    found.questionInEntry ** 2,
    Math.sqrt(found.rareQuestionInEntry),
    found.samePlace ? 1 : 0,
    found.titleLength === 0 ? 1 : 0,
  ];
}

/** A greater lead says no more. */
const widest = 6;

/**
 * Fitted by the same script: logistic, on the first candidate of known rumors, of texts that nothing answers (weighted
 * as if half of all questions were unknown) and of known rumors without their own entries.
 */
const chanceWeights = [
  -11.46, 0.64, -0.37, 5.4, -4.83, 3.71, 1.73, -1.82, 6.97, -0.29, -1.51, -0.39, -3.19, 7.19, -0.35, -4.92,
];

/** The chance that an entry is about the claim of the question, 0–1. */
export const chance = (found: Likeness, standing: Standing): number =>
  1 / (1 + Math.exp(-dot(chanceFeatures(found, standing), chanceWeights)));

/**
 * From the first chance on a match may answer a citizen by itself: at most 1 % of the unknown texts of eval/dev
 * reach it. From the second on it is worth showing to a person, and with it what comes after it down to the last.
 */
export const thresholds = { same: 0.78, similar: 0.01, besides: 0.001 };

export const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
