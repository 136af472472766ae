import { shareOf } from "./background.ts";
import { Best } from "./best.ts";
import {
  b,
  compare,
  compareOrder,
  type Glimpse,
  k1,
  type Likeness,
  titleWeight,
  UNIT_LIMIT,
} from "./compare.ts";
import { Dictionary } from "./dictionary.ts";
import { Postings } from "./postings.ts";
import type { Question } from "./question.ts";
import { Shelf } from "./shelf.ts";
import { readTerms, type Term, termList, unitsOf } from "./terms.ts";

/** A term in more entries than this finds nothing worth finding; only its number is kept. */
const listLimit = 50_000;
/** How many postings the first stage reads, the rarest terms first: more of more entries, for a telling term has more of them. */
const visited = (entries: number) => Math.max(25_000, Math.min(50_000, entries / 2));

/** Where one stands out, those that are far behind it are not looked at, but for a few. */
const floor = { few: 20, beside: 0.4 };

/** General Chinese counts as so many texts beside the entries: of few entries it says what is rare, many outgrow it. */
const generalTexts = 4000;

/** So many entries there never are. */
const unknown = 2 ** 32 - 1;

/** Lengths are kept in one byte each, so that those of a million entries stay in the processor's cache. */
const lengthStep = 32;

/** How often a term stands in an entry, by the weight kept in its posting. */
const counts = [1, 2.3, titleWeight, 5];
const [inBody, oftenInBody, inTitle, inBoth] = [0, 1, 2, 3];

/** Texts by number, and which of them to compare with a question: found by the question's rarest terms. */
export class Corpus {
  #dictionary = new Dictionary();
  #postings = new Postings(listLimit);
  #shelf = new Shelf();
  #lengths = new Uint8Array(1 << 10);
  #scores = new Float32Array(1 << 10);
  #touched = new Uint32Array(1 << 10);
  /** By the number of a term, how many texts of general Chinese have it, and one; 0 where it is not known yet. */
  #common = new Float32Array(1 << 11);
  /** By the number of a term, how telling it is, and among how many entries that was worked out. */
  #telling = new Float32Array(1 << 11);
  #among = new Uint32Array(1 << 11).fill(unknown);
  #size = 0;
  #totalLength = 0;
  #list = termList(UNIT_LIMIT);
  /** Of the entry that is being added: the numbers of its terms, and by number their weights, from 1. */
  #different = new Uint32Array(8 * UNIT_LIMIT);
  #weights = new Uint8Array(1 << 11);
  #shared = { average: 0, shares: new Float32Array(0) };

  get size(): number {
    return this.#size;
  }

  /** Adds normalised texts and returns their number; a title's words count more than a body's. */
  add(titles: string, body: string): number {
    const number = this.#size++;
    if (number === this.#lengths.length) this.#grow();
    const units = unitsOf(`${titles}\u0002${body}`);
    this.#shelf.put(number, units);
    readTerms(units, 0, titles.length, this.#list);
    let different = this.#weigh(0, true);
    readTerms(units, titles.length + 1, units.length, this.#list);
    different = this.#weigh(different, false);
    for (let at = 0; at < different; at++) {
      const term = this.#different[at] ?? 0;
      this.#postings.add(term, number, (this.#weights[term] ?? 1) - 1);
      this.#weights[term] = 0;
    }
    const length = body.length + titleWeight * titles.length;
    this.#lengths[number] = Math.min(255, Math.round(length / lengthStep));
    this.#totalLength += length;
    return number;
  }

  /** Weighs the terms that were read, by their numbers; returns how many different ones there are now. */
  #weigh(before: number, isTitle: boolean): number {
    let different = before;
    for (let at = 0; at < this.#list.size; at++) {
      const term = this.#dictionary.number(this.#list.keys[at] ?? 0);
      if (term >= this.#weights.length) this.#weights = grown(this.#weights, new Uint8Array(lengthFor(term)));
      const weight = (this.#weights[term] ?? 0) - 1;
      if (weight < 0) this.#different[different++] = term;
      if (isTitle) this.#weights[term] = inTitle + 1;
      else if (weight < 0) this.#weights[term] = inBody + 1;
      else this.#weights[term] = (weight === inTitle ? inBoth : Math.max(weight, oftenInBody)) + 1;
    }
    return different;
  }

  /** How telling a term is: the fewer entries have it, and texts of general Chinese beside them, the more. */
  idf = (term: Term): number => {
    const number = this.#dictionary.find(term);
    if (number < 0) return this.#idfOf(0, generalTexts * shareOf(term));
    if (number >= this.#among.length) {
      this.#telling = grown(this.#telling, new Float32Array(lengthFor(number)));
      this.#among = grown(this.#among, new Uint32Array(lengthFor(number)).fill(unknown));
    }
    if (this.#among[number] !== this.#size) {
      this.#telling[number] = this.#idfOf(this.#postings.count(number), this.#general(number, term));
      this.#among[number] = this.#size;
    }
    return this.#telling[number] ?? 0;
  };

  #idfOf(count: number, general: number): number {
    return Math.log((this.#size + generalTexts + 1) / (count + general + 0.5));
  }

  /** How many of so many texts in general Chinese have a term; worked out when first asked for. */
  #general(number: number, term: Term): number {
    if (number >= this.#common.length)
      this.#common = grown(this.#common, new Float32Array(lengthFor(number)));
    let known = this.#common[number] ?? 0;
    if (known === 0) {
      known = 1 + generalTexts * shareOf(term);
      this.#common[number] = known;
    }
    return known - 1;
  }

  /** The numbers that resemble the question most at a first glance, best first. */
  candidates(question: Question, limit: number, isThere: (number: number) => boolean): number[] {
    const touched = this.#visit(question);
    const best = new Best(limit);
    for (let at = 0; at < touched; at++) {
      const number = this.#touched[at] ?? 0;
      const score = this.#scores[number] ?? 0;
      this.#scores[number] = 0;
      if (score > best.least && isThere(number)) best.offer(number, score);
    }
    return best.ranked(floor);
  }

  compare(question: Question, number: number): Glimpse {
    return compare(question, this.#shelf.get(number), this.idf, this.#averageLength);
  }

  /** Completes a comparison. */
  compareOrder(question: Question, number: number, found: Glimpse): Likeness {
    return compareOrder(question, this.#shelf.get(number), found, this.idf);
  }

  /** Compares a question with a normalised title that need not be an entry's. */
  compareTitle(question: Question, title: string): Likeness {
    const units = unitsOf(`${title}\u0002`);
    return compareOrder(question, units, compare(question, units, this.idf, this.#averageLength), this.idf);
  }

  /** The stored units of a number: titles parted by TITLE_END, BODY_START, the body. */
  units(number: number): Uint16Array {
    return this.#shelf.get(number);
  }

  get #averageLength(): number {
    return this.#totalLength / (this.#size || 1);
  }

  /** Sums the scores of the entries that have the rarest terms; returns how many it touched. */
  #visit(question: Question): number {
    const listed = question.terms
      .map((term, at) => ({ term: this.#dictionary.find(term), idf: question.idf[at] ?? 0 }))
      .filter(({ term }) => term >= 0 && this.#postings.isListed(term))
      .sort((one, other) => other.idf - one.idf);
    const [scores, lengths, touched, shares] = [this.#scores, this.#lengths, this.#touched, this.#shares()];
    let left = visited(this.#size);
    let size = 0;
    for (const { term, idf } of listed) {
      left -= this.#postings.count(term);
      if (left < 0 && size > 0) break;
      const postings = this.#postings.read(term);
      for (let at = 0; at < postings.length; at++) {
        const posting = postings[at] ?? 0;
        const number = posting >>> 2;
        const before = scores[number] ?? 0;
        if (before === 0) touched[size++] = number;
        scores[number] = before + idf * (shares[((posting & 3) << 8) | (lengths[number] ?? 0)] ?? 0);
      }
    }
    return size;
  }

  /** What a posting adds to a score for each unit of idf, by its weight and the entry's rounded length. */
  #shares(): Float32Array {
    const average = this.#averageLength;
    if (this.#shared.average === average) return this.#shared.shares;
    const shares = Float32Array.from({ length: counts.length << 8 }, (_, at) => {
      const count = counts[at >> 8] ?? 1;
      const length = (at & 255) * lengthStep;
      return (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average));
    });
    this.#shared = { average, shares };
    return shares;
  }

  #grow(): void {
    const lengths = new Uint8Array(this.#lengths.length * 2);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
    this.#scores = new Float32Array(lengths.length);
    this.#touched = new Uint32Array(lengths.length);
  }
}

const lengthFor = (number: number) => 2 ** Math.ceil(Math.log2(number + 1));

function grown<T extends Uint8Array | Uint32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
