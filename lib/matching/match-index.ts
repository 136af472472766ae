import { BODY_START, type Likeness, TITLE_END, UNIT_LIMIT } from "./compare.ts";
import { withoutBoilerplate } from "./boilerplate.ts";
import { Corpus } from "./corpus.ts";
import { conflict, factsOf, isTemplate } from "./facts.ts";
import { type Fragment, sharedFragments } from "./fragments.ts";
import { type Normalised, normalise } from "./normalise.ts";
import { Question } from "./question.ts";
import { chance, rankScore, thresholds } from "./score.ts";
import { canonicalUrl, urlsIn, withoutUrls } from "./urls.ts";

export type MatchKind = "debunk" | "claim";

/** What the index knows something by: a published notice, or an open claim with its confirmed wordings. */
export interface Entry {
  id: string;
  kind: MatchKind;
  texts: { title: string; body?: string; aliases?: readonly string[] };
  urls?: readonly string[];
}

export interface Query {
  text?: string;
  urls?: readonly string[];
}

export interface Match {
  id: string;
  kind: MatchKind;
  /** The chance that it is the same claim, 0–1. */
  score: number;
  /** `same` may answer by itself; `similar` is for a person to judge. */
  level: "same" | "similar";
  /** The words of the question that stand in the entry. */
  why: Fragment[];
}

/** A candidate before levels are given; what measuring and fitting look at. */
export interface Candidate {
  id: string;
  kind: MatchKind;
  number: number;
  likeness: Likeness;
  rank: number;
  score: number;
}

const compared = 300;
/** Shorter texts than eight words, two han to a word, are the same only when they are equal. */
const shortText = 16;

/** All known claims, in memory: finds those that a text as people forward it is about. */
export class MatchIndex {
  #corpus = new Corpus();
  #entries: (Entry | null)[] = [];
  #numbers = new Map<string, number>();
  #byUrl = new Map<string, Set<string>>();

  get size(): number {
    return this.#numbers.size;
  }

  /** Adds an entry, in place of a former one with the same id. */
  add(entry: Entry): void {
    this.remove(entry.id);
    const { title, body = "", aliases = [] } = entry.texts;
    const titles = [title, ...aliases].map((text) => plain(text).text).filter((text) => text !== "");
    const number = this.#corpus.add(
      titles.join(String.fromCharCode(TITLE_END)).slice(0, UNIT_LIMIT),
      normalise(withoutUrls(body)).text.slice(0, UNIT_LIMIT),
    );
    const urls = (entry.urls ?? []).map(canonicalUrl).filter((url) => url !== null);
    this.#entries[number] = { id: entry.id, kind: entry.kind, texts: { title: "" }, urls };
    this.#numbers.set(entry.id, number);
    for (const url of urls) this.#byUrl.set(url, (this.#byUrl.get(url) ?? new Set()).add(entry.id));
  }

  /** Forgets an entry; an unknown id is none. */
  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    for (const url of this.#entries[number]?.urls ?? []) {
      const ids = this.#byUrl.get(url);
      ids?.delete(id);
      if (ids?.size === 0) this.#byUrl.delete(url);
    }
    this.#entries[number] = null;
    this.#numbers.delete(id);
  }

  /** The entries that a text or a link is about, best first; those that are only vaguely alike are left out. */
  search(query: Query, limit = 5): Match[] {
    const source = query.text ?? "";
    const matches = this.#linked(source, query.urls ?? []);
    const read = plain(source);
    const question = new Question(read.text, this.#corpus.idf);
    for (const candidate of this.rank(question, limit + matches.length)) {
      const level = this.#levelOf(candidate, read.text);
      if (level === null || matches.some(({ id }) => id === candidate.id)) continue;
      const why = sharedFragments(source, read, question, this.#corpus.units(candidate.number));
      matches.push({ id: candidate.id, kind: candidate.kind, score: candidate.score, level, why });
    }
    return matches.slice(0, limit);
  }

  /** A text as the index works with it. */
  ask(text: string): Question {
    return new Question(plain(text).text, this.#corpus.idf);
  }

  /** The entries most like a question, best first, however little they are. */
  rank(question: Question, limit: number): Candidate[] {
    const found = this.#corpus
      .candidates(question, compared, (number) => this.#entries[number] != null)
      .map((number) => ({ number, likeness: this.#corpus.compare(question, number) }));
    const top = {
      bm25: Math.max(...found.map(({ likeness }) => likeness.bm25)),
      shared: Math.max(...found.map(({ likeness }) => likeness.shared)),
    };
    return found
      .map((one) => ({ ...one, rank: rankScore(one.likeness, top) }))
      .sort((one, other) => other.rank - one.rank)
      .slice(0, limit)
      .flatMap(({ number, likeness, rank }) => {
        const entry = this.#entries[number];
        return entry ? { id: entry.id, kind: entry.kind, number, likeness, rank, score: chance(likeness, question) } : [];
      });
  }

  /** What may be said of a candidate. */
  level(candidate: Candidate, text: string): Match["level"] | null {
    return this.#levelOf(candidate, plain(text).text);
  }

  #levelOf({ number, likeness, score }: Candidate, text: string): Match["level"] | null {
    const { titleStart, titleLength } = likeness;
    const units = this.#corpus.units(number);
    const title = String.fromCharCode(...units.subarray(titleStart, titleStart + titleLength));
    if (isSame(text, title) && title !== "") return "same";
    if (score < thresholds.similar) return null;
    if (score < thresholds.same || compact(text).length < shortText) return "similar";
    const disagree = conflict(factsOf(text), factsOf(title)) || isTemplate(compact(text), compact(title));
    return disagree ? "similar" : "same";
  }

  #linked(source: string, urls: readonly string[]): Match[] {
    const links = new Set([...urls.map(canonicalUrl).filter((url) => url !== null), ...urlsIn(source)]);
    const ids = new Set([...links].flatMap((url) => [...(this.#byUrl.get(url) ?? [])]));
    return [...ids].flatMap((id) => {
      const entry = this.#entries[this.#numbers.get(id) ?? -1];
      return entry ? { id, kind: entry.kind, score: 1, level: "same" as const, why: [] } : [];
    });
  }
}

/** The claim in a message: normalised, without links and without what forwarding put around it. */
const plain = (text: string): Normalised => withoutBoilerplate(normalise(withoutUrls(text)));

const compact = (text: string) => text.replace(/[\n ]/gu, "");
const isSame = (one: string, other: string) => compact(one) === compact(other);
