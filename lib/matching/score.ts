import type { Likeness } from "./compare.ts";

/** What the ranking of one question's candidates refers to: the highest of each. */
export interface Top {
  bm25: number;
  shared: number;
}

const log = Math.log1p;

/** The features that order candidates; see `rankWeights`. */
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
 * Fitted by `scripts/tune-matching.ts` on eval/dev (mainland, authored and perturbed questions, the first 60
 * candidates of each): softmax over a question's candidates, five folds by claim, L2 0.001.
 * The last one holds back entries that have no title, which say no claim of their own.
 */
const rankWeights = [4.1, 3.5, 3, 2.7, 1.4, 1.3, 1.35, 1.2, -0.9, -2.6];

/** Orders the candidates of one question. */
export const rankScore = (found: Likeness, top: Top): number => dot(rankFeatures(found, top), rankWeights);

/** The features that tell how likely an entry is about the same claim, whatever the other candidates are. */
export function chanceFeatures(found: Likeness, question: { total: number; length: number }): number[] {
  return [
    1,
    found.titleInQuestion,
    found.rareTitleInQuestion,
    found.questionInTitle,
    found.questionInEntry,
    Math.sqrt(found.titleInQuestion * found.questionInTitle),
    log(found.shared),
    found.bm25 / (question.total * 2.2 || 1),
    log(found.titleLength),
    Math.min(1, found.bodyRun / (question.length || 1)),
    found.titleLength === 0 ? 1 : 0,
  ];
}

const chanceWeights = [-1.86, 0.1, 0.64, 1.04, 1.23, 2.1, 1, 0.78, -1, 0.67, -1.8];

/** The chance that an entry is about the question's claim, 0–1. */
export function chance(found: Likeness, question: { total: number; length: number }): number {
  return 1 / (1 + Math.exp(-dot(chanceFeatures(found, question), chanceWeights)));
}

const dot = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

/** From this chance on a match may answer a citizen by itself, and from this on it is shown to a person. */
export const thresholds = { same: 0.85, similar: 0.1 };
