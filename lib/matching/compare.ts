import { isHan } from "#lib/wording/characters";
import { countShared } from "./count-shared.ts";
import { conflict } from "./facts.ts";
import { inOrder } from "./order.ts";
import type { Question } from "./question.ts";
import { Said } from "./said.ts";
import { isPair, readTerms, type Term, termList } from "./terms.ts";

/** Parts the titles of an entry, and its titles from its body; neither stands in a normalised text. */
export const TITLE_END = 1;
export const BODY_START = 2;
/** How many units of titles, and as many of the body, the index keeps of an entry. */
export const UNIT_LIMIT = 2000;

/** BM25 as usual; a word of a title counts as three. */
export const [k1, b, titleWeight] = [1.2, 0.5, 3];

/**
 * How a question and an entry resemble each other. All but `bm25`, runs and lengths are shares, or idf in parts of that
 * of an unseen term, so that they mean the same in a small index and in a large one.
 */
export interface Likeness {
  bm25: number;
  /** How much of the best title's meaning stands in the question, and how much of the question's in that title. */
  titleInQuestion: number;
  questionInTitle: number;
  /** The first, of pairs only, and of characters in the title's order. */
  titlePairsInQuestion: number;
  titleInOrder: number;
  /** The meaning that the best title shares with the question, all of it and in order, and what the question lacks. */
  shared: number;
  sharedInOrder: number;
  lacking: number;
  /** The most telling term that the two share, and the most telling of the question that the entry lacks. */
  rarestShared: number;
  rarestLacking: number;
  /** How much of the question's meaning stands anywhere in the entry; the same with rare terms counting double. */
  questionInEntry: number;
  rareQuestionInEntry: number;
  /** The question's meaning. */
  asked: number;
  /** The longest stretch of pairs of that title, and of the body, that the question has too. */
  titleRun: number;
  bodyRun: number;
  /** Where that title begins in the entry's units, and how long it is; 0 where there is none. */
  titleStart: number;
  titleLength: number;
  title: Said;
  /** Whether that title and the question name a place in common; whether they contradict each other. */
  samePlace: boolean;
  contradicts: boolean;
}

/** What is known of a likeness before the order of the title is compared. */
export type Glimpse = Omit<
  Likeness,
  "titleInOrder" | "sharedInOrder" | "title" | "samePlace" | "contradicts"
>;

const list = termList(2 * UNIT_LIMIT + 2);

/** What one comparison uses up: by the number of a question's term how often it stands in an entry, and in which of the titles last. */
const tally = { counts: new Float32Array(1 << 10), lastTitle: new Uint16Array(1 << 10) };

function tallyOf(terms: number) {
  if (terms > tally.counts.length) {
    tally.counts = new Float32Array(2 * terms);
    tally.lastTitle = new Uint16Array(2 * terms);
  }
  tally.lastTitle.fill(0, 0, terms);
  return tally;
}

/** Compares a question with the stored units of an entry. */
export function compare(
  question: Question,
  entry: Uint16Array,
  idfOf: (term: Term) => number,
  averageLength: number,
): Glimpse {
  const { counts, lastTitle } = tallyOf(question.terms.length);
  let titles = 0;
  const cut = entry.indexOf(BODY_START);
  const best = {
    titleInQuestion: 0,
    questionInTitle: 0,
    titlePairsInQuestion: 0,
    shared: 0,
    lacking: 0,
    rarestShared: 0,
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
  const terms = question.terms.length;
  for (let at = 0; at < terms; at++) counts[at] = lastTitle[at] ? titleWeight : 0;
  const bodyRun = countShared(question, entry.subarray(cut + 1), counts);
  const length = entry.length - cut - 1 + titleWeight * cut;
  const norm = k1 * (1 - b + (b * length) / averageLength);
  let bm25 = 0;
  let covered = 0;
  let coveredRare = 0;
  let rarestLacking = 0;
  for (let at = 0; at < terms; at++) {
    const count = counts[at] ?? 0;
    const idf = question.idf[at] ?? 0;
    if (count === 0) {
      if (idf > rarestLacking) rarestLacking = idf;
      continue;
    }
    bm25 += (idf * count * (k1 + 1)) / (count + norm);
    covered += idf;
    coveredRare += idf * idf;
  }
  return {
    ...best,
    bm25,
    bodyRun,
    rarestLacking: rarestLacking / question.unseen,
    questionInEntry: covered / (question.total || 1),
    rareQuestionInEntry: coveredRare / (question.totalRare || 1),
    asked: question.total / question.unseen,
  };
}

/** Completes a comparison with what costs more and reads only the best title: its order, and the facts it states. */
export function compareOrder(
  question: Question,
  entry: Uint16Array,
  found: Glimpse,
  idfOf: (term: Term) => number,
): Likeness {
  const title = entry.subarray(found.titleStart, found.titleStart + found.titleLength);
  // A letter or figure counts half of an unseen term.
  const ordered = inOrder(question.units, title, (unit) => (isHan(unit) ? idfOf(unit) : question.unseen / 2));
  const said = new Said(String.fromCharCode(...title));
  const { facts } = said;
  return {
    ...found,
    titleInOrder: ordered.share,
    sharedInOrder: ordered.sum / question.unseen,
    title: said,
    samePlace: question.facts.places.size > 0 && !facts.places.isDisjointFrom(question.facts.places),
    contradicts: conflict(question.facts, facts),
  };
}

function compareTitle(
  question: Question,
  length: number,
  idfOf: (term: Term) => number,
  lastTitle: Uint16Array,
  ordinal: number,
) {
  let all = 0;
  let shared = 0;
  let allPairs = 0;
  let sharedPairs = 0;
  let covered = 0;
  let rarest = 0;
  let run = 0;
  let longest = 0;
  for (let at = 0; at < list.size; at++) {
    const term = list.keys[at] ?? 0;
    const found = question.find(term);
    const idf = found >= 0 ? (question.idf[found] ?? 0) : idfOf(term);
    all += idf;
    if (isPair(term)) {
      allPairs += idf;
      run = found >= 0 ? run + 1 : 0;
      if (run > 0) sharedPairs += idf;
      if (run > longest) longest = run;
    }
    if (found < 0) continue;
    shared += idf;
    if (idf > rarest) rarest = idf;
    if (lastTitle[found] === ordinal) continue;
    covered += idf;
    lastTitle[found] = ordinal;
  }
  return {
    titleInQuestion: all ? shared / all : 0,
    questionInTitle: covered / (question.total || 1),
    titlePairsInQuestion: allPairs ? sharedPairs / allPairs : 0,
    shared: shared / question.unseen,
    lacking: (all - shared) / question.unseen,
    rarestShared: rarest / question.unseen,
    titleRun: longest,
    titleLength: length,
  };
}
