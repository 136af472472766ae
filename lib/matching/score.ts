import type { Glimpse, Likeness } from "./compare.ts";
import type { Said } from "./said.ts";
import type { Told } from "./told.ts";

const log = Math.log1p;

/** What the candidates of one question are measured against: the highest of each. */
export interface Top {
  bm25: number;
  shared: number;
}

/** The features that order the candidates of one question before its words are looked for in them. */
const orderFeatures = (found: Likeness, top: Top): number[] => [
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

/** The features that order the candidates of one question. */
export function rankFeatures(found: Likeness, top: Top, told: Told): number[] {
  const words = told.inTitle + told.elsewhere + told.nowhere + someWords;
  return [...orderFeatures(found, top), told.inTitle / words, told.nowhere / words];
}

/** Of few words it says less where they stand. */
const someWords = 0.5;

/**
 * Fitted by `scripts/tune-matching.ts` on eval/dev: softmax over the first candidates of each known rumor, colloquial
 * and disturbed question. Long runs count against an entry: what is quoted at length is mostly another report of it.
 */
const rankWeights = [6.69, 2.48, 7.27, -1.49, -1.11, -0.38, -1.13, 1.52, -2.06, 0.46, 5.71, -5.12];

/** The same, fitted without the last two. */
const orderWeights = [9.04, 4.99, 7.23, -2.76, -1.34, -0.37, -1.57, 1.38, 1.07, 2.63];

/** Orders the candidates of one question before its words are looked for in the best of them, which costs most. */
export const orderScore = (found: Likeness, top: Top): number => dot(orderFeatures(found, top), orderWeights);

/** Orders the best of them. */
export const rankScore = (found: Likeness, top: Top, told: Told): number =>
  dot(rankFeatures(found, top, told), rankWeights);

/** Roughly the same, before the order of the titles is compared. */
export const glimpseScore = (found: Glimpse, top: Top): number =>
  9 * (found.bm25 / (top.bm25 || 1)) + 9 * found.titleInQuestion + 2 * found.rareQuestionInEntry;

/** How a candidate stands among the others. */
export interface Standing {
  /** By how much its rank score exceeds that of the best entry with another claim. */
  margin: number;
  /** Its BM25 as a share of the highest. */
  relative: number;
  /** How many entries there are. */
  entries: number;
}

/** The features that tell how likely an entry is about the claim of the question. */
export function chanceFeatures(
  found: Likeness,
  { margin, relative, entries }: Standing,
  told: Told,
  asked: Said,
): number[] {
  const among = crowd(entries);
  const lead = among * Math.max(-widest, Math.min(widest, margin));
  const covered = found.questionInEntry * found.asked;
  const enough = found.asked + shortQuestion;
  return [
    1,
    Math.min(narrow, lead),
    lead,
    found.titlePairsInQuestion,
    found.titleInOrder ** 2,
    log(found.shared),
    log(found.lacking),
    found.rarestShared,
    found.rarestLacking,
    log(found.titleRun),
    log(found.bodyRun),
    found.samePlace ? 1 : 0,
    found.titleLength === 0 ? 1 : 0,
    log(covered),
    log(found.asked - covered),
    covered / enough,
    (found.rareQuestionInEntry * found.asked) / enough,
    Math.sqrt(found.titleInQuestion),
    Math.sqrt(found.questionInTitle),
    log(told.inTitle),
    log(told.elsewhere),
    log(told.nowhere),
    Math.min(1, told.named),
    asked.isOpen(openUpTo) ? 1 : 0,
    among,
    among * relative,
    Math.sqrt(Math.max(0, lead)) * found.titlePairsInQuestion,
    among * found.titlePairsInQuestion,
    among * found.titleInOrder ** 2,
    among * log(found.shared),
    among * log(found.lacking),
    among * found.rarestShared,
    among * log(found.titleRun),
    among * log(found.bodyRun),
    among * found.questionInEntry ** 2,
    among * Math.sqrt(found.rareQuestionInEntry),
    among * log(told.nowhere),
  ];
}

/** Which of the features is the number of entries alone. */
export const ofCrowd = 24;

/** Of a question with less meaning, in unseen terms, it says less how much of it an entry has. */
const shortQuestion = 4;
/** An open question is shorter than this. */
const openUpTo = 24;

/** The first of few entries always leads, whatever is asked; among very many a lead says most. */
const crowd = (entries: number): number =>
  Math.max(0, Math.min(1, Math.log(entries / fewEntries) / Math.log(manyEntries / fewEntries)));

const [fewEntries, manyEntries] = [30, 14_000];

/** A greater lead says no more, and from the first on less. */
const [narrow, widest] = [2, 6];

/**
 * Fitted by the same script: logistic, on the first candidates in indexes of 30, 300, 2,000 and 14,000 entries alike, of
 * known rumors, of the same without their own entries, and of texts that nothing answers; as if one of eight
 * questions were known among few entries, and one of four among very many.
 */
const chanceWeights = [
  -1.17, 0.66, 0.59, -1.85, 1.87, 0.04, -0.55, 1.91, -3.01, -1.26, -1.02, 0.97, -2.77, 2.25, 0.08, 1.71,
  -1.58, 2.8, 0.44, 0.39, -0.28, -1.49, 0.57, -1.41, -0.76, 0, 0.49, -0.99, -0.04, 0.2, -0.61, 1.33, -0.65,
  0.57, -4.1, -1.03, -0.23,
];

/** Fewer characters than this that say something may be about anything, even where a claim has no others. */
export const leastContent = 4;
/** By so much, in log odds, it is then less likely: what nothing was fitted on, for nobody writes down such questions. */
const saysLittle = 4;

/** The chance that an entry is about the claim of the question, 0–1. */
export const chance = (found: Likeness, standing: Standing, told: Told, asked: Said): number => {
  const likely = dot(chanceFeatures(found, standing, told, asked), chanceWeights);
  return chanceOf(likely - (asked.content < leastContent ? saysLittle : 0));
};

/**
 * From the first chance on a match is shown to those who ask, where of everyday texts one in ten reaches it among few
 * entries; from the second on to the desk, and with what answers by itself also what comes after it down to the last.
 */
export const thresholds = { shown: 0.078, similar: 0.01, besides: 0.001 };

/** By how much, in log odds, it is likelier among very many entries that what is asked is known. */
export const knownMore = 0.9;
/** In log odds, how likely an entry among few must be to answer by itself. */
const sureAmongFew = -0.2;

/**
 * From this chance on a match may answer a citizen by itself: as much must speak for it whatever else is known. At most 1 %
 * of the unknown texts of eval/dev reach it.
 */
export const sureFrom = (entries: number): number => chanceOf(sureAmongFew + knownMore * crowd(entries));

/** The chance with such log odds. */
const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

export const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
