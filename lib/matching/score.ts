import type { Likeness } from "./compare.ts";

const log = Math.log1p;

/** What the candidates of one question are measured against: the highest of each. */
export interface Top {
  bm25: number;
  shared: number;
}

/** The features that order the candidates of one question. */
export function rankFeatures(found: Likeness, top: Top): number[] {
  const relative = found.bm25 / (top.bm25 || 1);
  return [
    relative,
    Math.log(relative + 0.01),
    found.titleInQuestion,
    found.rareTitleInQuestion,
    found.titleInQuestion ** 2,
    Math.sqrt(found.titleInQuestion * found.questionInTitle),
    found.questionInEntry,
    found.shared / (top.shared || 1),
    log(found.titleRun),
    found.titleLength === 0 ? 1 : 0,
  ];
}

/**
 * Rounded from a fit like that of `scripts/tune-matching.ts` on eval/dev: softmax over the first 60 candidates of each
 * known rumor, colloquial and disturbed question, judged on five folds by claim; its present settings gave weights that
 * were worse for Traditional. The last one holds back entries without a title, which say no claim of their own.
 */
const rankWeights = [4.1, 3.5, 3, 2.7, 1.4, 1.3, 1.35, 1.2, -0.9, -2.6];

/** Orders the candidates of one question. */
export const rankScore = (found: Likeness, top: Top): number => dot(rankFeatures(found, top), rankWeights);

/** How a candidate stands among the others: its rank score, and those of the next best and of the tenth. */
export interface Standing {
  rank: number;
  next: number;
  tenth: number;
  /** Its BM25 as a share of the highest. */
  relative: number;
}

/** The features that tell how likely an entry is about the claim of the question. */
export function chanceFeatures(found: Likeness, standing: Standing): number[] {
  return [
    1,
    found.titleInQuestion,
    Math.sqrt(found.titleInQuestion * found.questionInTitle),
    found.questionInTitle,
    found.questionInEntry,
    log(found.shared),
    log(found.titleLength),
    log(found.titleRun),
    Math.min(6, standing.rank - standing.next),
    Math.min(6, standing.rank - standing.tenth),
    standing.relative,
    found.titleLength === 0 ? 1 : 0,
  ];
}

/**
 * Fitted by the same script: logistic, on the first candidate of known rumors and of texts that nothing
 * answers, the latter weighted as if half of all questions were unknown.
 */
const chanceWeights = [-8.77, 0.47, 2.89, 2.44, 0.23, 3.14, -3.38, -2.32, 0.3, 0.6, 4.01, -2.49];

/** The chance that an entry is about the claim of the question, 0–1. */
export const chance = (found: Likeness, standing: Standing): number =>
  1 / (1 + Math.exp(-dot(chanceFeatures(found, standing), chanceWeights)));

/**
 * From the first chance on a match may answer a citizen by itself: at most 1 % of the unknown texts of eval/dev
 * reach it. From the second on it is worth showing to a person, and with it what comes after it down to the last.
 */
export const thresholds = { same: 0.79, similar: 0.02, besides: 0.002 };

export const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
