import type { Fragment } from "./fragments.ts";
import { canTell, type Match } from "./match.ts";
import { MatchIndex } from "./match-index.ts";
import { PictureIndex } from "./picture-index.ts";
import type { KnownClaim } from "./read-entries.ts";
import { Said } from "./said.ts";
import { thresholds } from "./score.ts";
import { tellingWords } from "./told.ts";
import { compact, wordingOf } from "./wording.ts";

/** What is asked: a text, links, and perceptual hashes of pictures. */
export type MatchQuery = {
  text?: string | undefined;
  urls?: readonly string[] | undefined;
  phashes?: readonly string[] | undefined;
};

/** What is known of all claims and answers questions: their texts, links and pictures, in the memory of one thread. */
export class KnownTexts {
  #texts = new MatchIndex();
  #pictures = new PictureIndex();
  #kinds = new Map<string, KnownClaim["kind"]>();
  /** What claims are called in other languages, without the marks between the words. */
  #foreign = new Map<string, readonly string[]>();

  /** Reads the dictionary and the table of general Chinese now, and not with the first question. */
  prepare(): void {
    tellingWords(new Said("今天"));
  }

  /** Adds claims, each in place of what was known of it. */
  put(claims: readonly KnownClaim[]): void {
    for (const claim of claims) this.#add(claim);
  }

  /** Forgets claims. */
  drop(ids: readonly string[]): void {
    for (const id of ids) {
      this.#texts.remove(id);
      this.#pictures.remove(id);
      this.#kinds.delete(id);
      this.#foreign.delete(id);
    }
  }

  /**
   * The claims that a question is about, best first. A picture that is known counts like the same words, unless it has
   * words that are others: screenshots of chats look alike.
   */
  search({ text = "", urls = [], phashes = [] }: MatchQuery, limit = 5): Match[] {
    const found = this.#texts.search({ text, urls }, limit);
    const asked = isHan(text) ? null : compact(wordingOf(text).text);
    const worded = found
      .map((match) => (asked === null || this.#isWordFor(match, asked) ? match : leaveToReader(match)))
      .filter(isWorthShowing);
    const words = new Map(worded.map((match) => [match.id, match]));
    const pictured = this.#pictures.find(phashes).flatMap(({ id, distance }): Match[] => {
      const kind = this.#kinds.get(id);
      if (!kind) return [];
      const isSame = text === "" || (words.has(id) && !this.#texts.isOpposed(text, id));
      const level = isSame ? "same" : "similar";
      const score = level === "same" ? 1 - distance / 100 : thresholds.similar;
      const match: Match = { id, kind, score, level, why: words.get(id)?.why ?? noWords };
      return canTell(match) ? [match] : [];
    });
    const known = new Set(pictured.map(({ id }) => id));
    const all = [...pictured, ...worded.filter(({ id }) => !known.has(id))];
    return all.toSorted((one, other) => rankOf(other) - rankOf(one)).slice(0, limit);
  }

  /** Known claims that share words with a text, most alike first, with how much of its meaning (0–1) stands in them. */
  resembling(text: string, limit: number): { id: string; shared: number }[] {
    return this.#texts.resembling(text, limit);
  }

  #isWordFor({ id }: Match, asked: string): boolean {
    return this.#foreign.get(id)?.includes(asked) === true;
  }

  #add({ id, kind, title, wording, body, aliases, urls, phashes, isGrave, slug }: KnownClaim): void {
    const texts = { title, wording, body, aliases };
    this.#texts.add({ id, kind, isGrave, texts, urls, notice: slug ?? undefined });
    this.#pictures.remove(id);
    this.#pictures.add(id, phashes);
    this.#kinds.set(id, kind);
    const foreign = [title, wording, ...aliases].filter((text) => !isHan(text));
    if (foreign.length > 0)
      this.#foreign.set(
        id,
        foreign.map((text) => compact(wordingOf(text).text)),
      );
    else this.#foreign.delete(id);
  }
}

const noWords: Fragment[] = [];

/** People are not shown what is only faintly alike. */
export const isWorthShowing = ({ kind, level, score }: Match): boolean =>
  level === "same" || (score >= thresholds.shown && canTell({ kind, level }));

const isHan = (text: string): boolean => text === "" || /\p{Script=Han}/u.test(text);

/**
 * What speaks against one another is read in Chinese alone, and in few titles the commonest words of another language are
 * rare: what is alike in one is for people to judge unless it is equal, and is shown when it is much alike. A link that is known stays certain.
 */
const leaveToReader = (match: Match): Match =>
  match.score === 1
    ? match
    : { ...match, level: "similar", score: match.score < MUCH_ALIKE ? 0 : match.score };

const MUCH_ALIKE = 0.6;

/** What is the same comes before what is similar, and what is or may be found out before what was left undecided. */
const rankOf = ({ kind, level, score }: Match): number =>
  score + (level === "similar" ? 0 : kind === "decision" ? 1 : 2);
