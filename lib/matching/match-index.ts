import { linksIn, withoutUrls } from "#lib/wording/links";
import { normalise } from "#lib/wording/normalise";
import { alikeTitles, type Weights, weightsOf } from "./alike.ts";
import { tellsOfCasualties } from "./casualties.ts";
import { BODY_START, TITLE_END, UNIT_LIMIT } from "./compare.ts";
import { Corpus } from "./corpus.ts";
import { conflict } from "./facts.ts";
import { sharedFragments } from "./fragments.ts";
import { type Demands, type Level, leastShared, levelOf, speaksAgainst } from "./level.ts";
import { LinkIndex } from "./link-index.ts";
import { type Candidate, canTell, type Entry, type Found, type Known, type Match } from "./match.ts";
import { Question } from "./question.ts";
import { Said } from "./said.ts";
import { chance, glimpseScore, orderScore, rankScore, sureFrom, thresholds } from "./score.ts";
import { textOf, unitsOf } from "./terms.ts";
import { type Told, tellingWords, toldOf } from "./told.ts";
import { wordingOf } from "./wording.ts";

/** Of a short question, of so many terms, the first stage tells less. */
const fewTerms = 64;
/** How many candidates of the first stage are compared exactly, and how many of them by order too. */
const depths = { short: [64, 32], long: [40, 24] } as const;
/** In so many of the best the words of the question are looked for, and they are compared with each other. */
const rivals = 12;
/** How many units of an entry are read for the words of a question. */
const beginning = 800;
/** From this likeness on two titles may be of one claim, and neither speaks against the other. */
const sameTitle = 0.35;
const [titleEnd, bodyStart] = [String.fromCharCode(TITLE_END), String.fromCharCode(BODY_START)];
/** What a link says alone, with words that speak against it: worth showing, and for a person to judge. */
const hinted = 0.1;
/** Of so many known links at most a text is taken to be about: one with more is a list. */
const mostLinked = 10;
/** The lead of an entry that is alone. */
const unopposed = 1;

/** All known claims, in memory: finds those that a text as people forward it is about. */
export class MatchIndex {
  #corpus = new Corpus();
  #links = new LinkIndex();
  #entries: (Known | null)[] = [];
  #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** Adds an entry, in place of a former one with the same id. */
  add({ id, kind, isGrave = false, texts, urls = [], notice }: Entry): void {
    this.remove(id);
    const { title, wording = title, body = "", aliases = [] } = texts;
    const stated = wordingsOf([title, wording]);
    const titles = [...new Set([...stated, ...wordingsOf(aliases)])];
    const number = this.#corpus.add(
      titles.join(titleEnd).slice(0, UNIT_LIMIT),
      normalise(withoutUrls(body)).text.slice(0, UNIT_LIMIT),
    );
    this.#entries[number] = { id, kind, isGrave, own: stated.length };
    this.#numbers.set(id, number);
    const written = [...new Set([title, wording, ...aliases])].flatMap((text) =>
      linksIn(text).map(({ address }) => address),
    );
    this.#links.add(id, [...urls, ...written], notice);
    if (this.#corpus.size > 2 * this.size + 1000) this.#compact();
  }

  /** Forgets an entry; one that is not there needs no forgetting. */
  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#entries[number] = null;
    this.#numbers.delete(id);
    this.#links.remove(id);
  }

  /** The entries that a text or its links are about, best first; what resembles it only vaguely is left out. */
  search(query: { text?: string; urls?: readonly string[] }, limit = 5): Match[] {
    const source = query.text ?? "";
    const wording = wordingOf(source);
    const matches = this.#linked(source, query.urls ?? [], wording.text);
    const known = new Set(matches.map(({ id }) => id));
    const isLinked = matches.some(({ level }) => level === "same");
    const question = new Question(wording.text, this.#corpus.idf);
    const [shared, sure] = [leastShared(this.size), sureFrom(this.size)];
    for (const candidate of this.rank(question, limit + matches.length)) {
      const { id, kind, number, score } = candidate;
      const worth = isLinked ? thresholds.besides : thresholds.similar;
      const level = known.has(id) ? null : this.#levelOf(question.said, candidate, { worth, sure, shared });
      if (level === null || !canTell({ kind, level })) continue;
      const why = sharedFragments(source, wording, question, this.#corpus.units(number));
      // What stands there word for word is sure, however many say it.
      matches.push({ id, kind, score: level === "same" ? Math.max(score, sure) : score, level, why });
    }
    return matches.sort((one, other) => other.score - one.score).slice(0, limit);
  }

  /** A text as the index works with it. */
  ask(text: string): Question {
    return new Question(wordingOf(text).text, this.#corpus.idf);
  }

  /** The entries that share words with a text, most alike first, with how much of its meaning stands in them. */
  resembling(text: string, limit: number): { id: string; shared: number }[] {
    return this.rank(this.ask(text), limit).map(({ id, likeness }) => ({
      id,
      shared: likeness.rareQuestionInEntry,
    }));
  }

  /** The entries most like a question, best first, however little that is. */
  rank(question: Question, limit: number): Candidate[] {
    const [compared, ordered] = depths[question.terms.length < fewTerms ? "short" : "long"];
    const glimpses = this.#corpus
      .candidates(question, compared, (number) => this.#entries[number] != null)
      .map((number) => ({ number, glimpse: this.#corpus.compare(question, number) }));
    const top = { bm25: 0, shared: 0 };
    for (const { glimpse } of glimpses) {
      top.bm25 = Math.max(top.bm25, glimpse.bm25);
      top.shared = Math.max(top.shared, glimpse.shared);
    }
    const words = tellingWords(question.said);
    const ranked = glimpses
      .sort((one, other) => glimpseScore(other.glimpse, top) - glimpseScore(one.glimpse, top))
      .slice(0, Math.max(limit, ordered))
      .map(({ number, glimpse }) => {
        const likeness = this.#corpus.compareOrder(question, number, glimpse);
        return { number, likeness, order: orderScore(likeness, top) };
      })
      .sort((one, other) => other.order - one.order)
      .slice(0, Math.max(limit, rivals))
      .map(({ number, likeness }): Found & { rank: number; told: Told } => {
        const told = this.#told(words, number, this.#entries[number]?.own ?? 0);
        return { number, likeness, told, rank: rankScore(likeness, top, told) };
      })
      .sort((one, other) => other.rank - one.rank);
    return ranked.slice(0, limit).flatMap((one) => {
      const { number, likeness, told, rank } = one;
      const entry = this.#entries[number];
      if (!entry) return [];
      const { id, kind } = entry;
      const other = ranked.slice(0, rivals).find((rival) => rival !== one && this.#differ(rival, one));
      const margin = rank - (other?.rank ?? Number.NEGATIVE_INFINITY);
      const relative = likeness.bm25 / (top.bm25 || 1);
      const standing = { margin, relative, entries: this.size };
      const score = chance(likeness, standing, told, question.said);
      return [{ id, kind, number, likeness, rank, margin, relative, told, score }];
    });
  }

  /** What would be said of an entry with one text as its title, asked with another. */
  judge(asked: string, title: string): Level | null {
    const [wording, known] = [wordingOf(asked).text, wordingOf(title).text];
    const question = new Question(wording, this.#corpus.idf);
    const likeness = this.#corpus.compareTitle(question, known);
    const score = chance(
      likeness,
      { margin: unopposed, relative: 1, entries: this.size },
      toldOf(tellingWords(question.said), known, ""),
      question.said,
    );
    return levelOf(question.said, [new Said(known)], score, { sure: sureFrom(this.size) });
  }

  /** What may be said of a candidate by the title that is most alike and by those that its own people wrote. */
  #levelOf(asked: Said, found: Candidate, demands: Demands): Level | null {
    const own = this.#titlesOf(found.number).slice(0, this.#entries[found.number]?.own);
    const { title } = found.likeness;
    const others = [...new Set(own)].filter((other) => other !== title.text).map((other) => new Said(other));
    const titles = [title, ...others];
    const level = levelOf(asked, titles, found.score, demands);
    return level === "same" && this.#needsPerson(asked, found.number) ? "similar" : level;
  }

  /** Whether the words beside a link or picture keep it from making them the same as an entry. */
  isOpposed(text: string, id: string): boolean {
    return this.#isOpposed(new Said(wordingOf(text).text), this.#numbers.get(id) ?? -1);
  }

  #isOpposed(asked: Said, number: number): boolean {
    if (this.#needsPerson(asked, number)) return true;
    return this.#titlesOf(number).every((title) => speaksAgainst(asked, new Said(title)));
  }

  /** Where lives may be at stake neither a notice nor a decision answers those who tell of casualties. */
  #needsPerson(asked: Said, number: number): boolean {
    const entry = this.#entries[number];
    return entry?.isGrave === true && entry.kind !== "claim" && tellsOfCasualties(asked);
  }

  /** Whether two candidates make different claims, by their titles. */
  #differ(one: Found, other: Found): boolean {
    const alike = alikeTitles(this.#weightsOf(one), this.#weightsOf(other));
    return alike < sameTitle || conflict(one.likeness.title.facts, other.likeness.title.facts);
  }

  #weightsOf(found: Found): Weights {
    found.weights ??= weightsOf(unitsOf(found.likeness.title.text), this.#corpus.idf);
    return found.weights;
  }

  /** What the titles of its own people say of a question, and what its aliases and as much of its body as is soon read. */
  #told(words: Parameters<typeof toldOf>[0], number: number, own: number): Told {
    const units = this.#corpus.units(number).subarray(0, beginning);
    let [at, titles] = [0, own];
    while (at < units.length && units[at] !== BODY_START && titles > 0)
      if (units[at++] === TITLE_END) titles--;
    return toldOf(words, textOf(units.subarray(0, at)), textOf(units.subarray(at)));
  }

  #titlesOf(number: number): string[] {
    const units = this.#corpus.units(number);
    return textOf(units.subarray(0, units.indexOf(BODY_START))).split(titleEnd);
  }

  /** A link is a hint: what it stands with is the same only where the words do not speak against it. */
  #linked(source: string, urls: readonly string[], wording: string): Match[] {
    const asked = new Said(wording);
    const found = this.#links.find(source, urls).slice(0, mostLinked);
    return found.flatMap(({ id, why }) => {
      const number = this.#numbers.get(id) ?? -1;
      const entry = this.#entries[number];
      if (!entry) return [];
      const isSame = !this.#isOpposed(asked, number);
      const level = isSame ? ("same" as const) : ("similar" as const);
      const match = { id, kind: entry.kind, score: isSame ? 1 : hinted, level, why };
      return canTell(match) ? [match] : [];
    });
  }

  /** Leaves behind what was removed, once that is more than half. */
  #compact(): void {
    const [corpus, entries] = [new Corpus(), this.#entries];
    this.#entries = [];
    for (const [number, entry] of entries.entries()) {
      if (!entry) continue;
      const text = textOf(this.#corpus.units(number));
      const cut = text.indexOf(bodyStart);
      const moved = corpus.add(text.slice(0, cut), text.slice(cut + 1));
      this.#entries[moved] = entry;
      this.#numbers.set(entry.id, moved);
    }
    this.#corpus = corpus;
  }
}

const wordingsOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => wordingOf(text).text).filter((text) => text !== "")),
];
