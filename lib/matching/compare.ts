import type { Question } from "./question.ts";
import { isPair, readTerms, type Term, termList } from "./terms.ts";

/** Parts the titles of an entry, and its titles from its body; neither stands in a normalised text. */
export const TITLE_END = 1;
export const BODY_START = 2;
/** How many units of titles, and as many of the body, the index keeps of an entry. */
export const UNIT_LIMIT = 2000;

/** BM25 as usual; a word of a title counts as three. */
export const [k1, b, titleWeight] = [1.2, 0.5, 3];

/** How a question and an entry resemble each other. All but `bm25`, runs and lengths lie between 0 and 1. */
export interface Likeness {
  bm25: number;
  /** How much of the best title's meaning stands in the question, and how much of the question's in that title. */
  titleInQuestion: number;
  questionInTitle: number;
  /** The same, with rare terms counting double. */
  rareTitleInQuestion: number;
  /** The meaning that the best title shares with the question. */
  shared: number;
  /** How much of the question's meaning stands anywhere in the entry. */
  questionInEntry: number;
  /** The longest stretch of pairs of that title, and of the body, that the question has too. */
  titleRun: number;
  bodyRun: number;
  /** Where that title begins in the entry's units, and how long it is; 0 where there is none. */
  titleStart: number;
  titleLength: number;
}

const list = termList(2 * UNIT_LIMIT + 2);

/** Compares a question with the stored units of an entry. */
export function compare(
  question: Question,
  entry: Uint16Array,
  idfOf: (term: Term) => number,
  averageLength: number,
): Likeness {
  const counts = new Float32Array(question.terms.length);
  const lastTitle = new Uint16Array(question.terms.length);
  let titles = 0;
  const cut = entry.indexOf(BODY_START);
  const best = {
    titleInQuestion: 0,
    questionInTitle: 0,
    rareTitleInQuestion: 0,
    shared: 0,
    titleRun: 0,
    titleStart: 0,
    titleLength: 0,
  };
  let bestSum = -1;
  for (let start = 0; start < cut; ) {
    const found = entry.indexOf(TITLE_END, start);
    const end = found < 0 || found > cut ? cut : found;
    readTerms(entry, start, end, list);
    const title = compareTitle(question, end - start, idfOf, lastTitle, ++titles);
    if (title.titleInQuestion + title.questionInTitle > bestSum) {
      bestSum = title.titleInQuestion + title.questionInTitle;
      Object.assign(best, title, { titleStart: start });
    }
    start = end + 1;
  }
  for (let at = 0; at < counts.length; at++) counts[at] = lastTitle[at] ? titleWeight : 0;
  readTerms(entry, cut + 1, entry.length, list);
  const bodyRun = compareBody(question, counts);
  const length = entry.length - cut - 1 + titleWeight * cut;
  const norm = k1 * (1 - b + (b * length) / averageLength);
  let [bm25, covered] = [0, 0];
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    if (count === 0) continue;
    const idf = question.idf[at] ?? 0;
    bm25 += (idf * count * (k1 + 1)) / (count + norm);
    covered += idf;
  }
  return { ...best, bm25, bodyRun, questionInEntry: covered / (question.total || 1) };
}

function compareTitle(
  question: Question,
  length: number,
  idfOf: (term: Term) => number,
  lastTitle: Uint16Array,
  ordinal: number,
) {
  let [all, shared, allRare, sharedRare, covered, run, longest] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < list.size; at++) {
    const term = list.keys[at] ?? 0;
    const found = question.find(term);
    const idf = found >= 0 ? (question.idf[found] ?? 0) : idfOf(term);
    all += idf;
    allRare += idf * idf;
    if (isPair(term)) {
      run = found >= 0 ? run + 1 : 0;
      if (run > longest) longest = run;
    }
    if (found < 0) continue;
    shared += idf;
    sharedRare += idf * idf;
    if (lastTitle[found] === ordinal) continue;
    covered += idf;
    lastTitle[found] = ordinal;
  }
  return {
    titleInQuestion: all ? shared / all : 0,
    questionInTitle: covered / (question.total || 1),
    rareTitleInQuestion: allRare ? sharedRare / allRare : 0,
    shared,
    titleRun: longest,
    titleLength: length,
  };
}

function compareBody(question: Question, counts: Float32Array): number {
  let [run, longest] = [0, 0];
  for (let at = 0; at < list.size; at++) {
    const term = list.keys[at] ?? 0;
    const found = question.find(term);
    if (isPair(term)) {
      run = found >= 0 ? run + 1 : 0;
      if (run > longest) longest = run;
    }
    if (found >= 0) counts[found] = (counts[found] ?? 0) + 1;
  }
  return longest;
}
