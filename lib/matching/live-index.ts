import { setImmediate as breathe } from "node:timers/promises";
import { db, type Tx } from "#lib/platform/db";
import { ChangedClaims } from "./changed-claims.ts";
import type { Fragment } from "./fragments.ts";
import { canTell, type Match } from "./match.ts";
import { MatchIndex } from "./match-index.ts";
import { PictureIndex } from "./picture-index.ts";
import { type KnownClaim, readEntries } from "./read-entries.ts";
import { Said } from "./said.ts";
import { thresholds } from "./score.ts";
import { tellingWords } from "./told.ts";
import { compact, wordingOf } from "./wording.ts";

/** Openings of claims take turns under this lock of PostgreSQL, so that two new reports of one rumor open one claim. */
const OPENING = 7_310_001;
const BATCH = 500;
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";
/** With so many of the newest claims questions are answered while the others are read: a second of work. */
const NEWEST = 2_000;

/** What is asked: a text, links, and perceptual hashes of pictures. */
export type MatchQuery = {
  text?: string | undefined;
  urls?: readonly string[] | undefined;
  phashes?: readonly string[] | undefined;
};

/** All known claims in the memory of this process, built from PostgreSQL and kept current by what it hears. */
export class LiveIndex {
  #texts = new MatchIndex();
  #pictures = new PictureIndex();
  /** Which claim a merged or answered one is a part of here. */
  #partOf = new Map<string, string>();
  #kinds = new Map<string, KnownClaim["kind"]>();
  /** What claims are called in other languages, without the marks between the words. */
  #foreign = new Map<string, readonly string[]>();
  #changes = new ChangedClaims();
  #changed = { any: 0, answers: 0 };
  /** What was read again while everything is being read; that is newer. */
  #newer: Set<string> | undefined;
  #newest = Promise.withResolvers<void>();
  /** Is kept once the newest claims can be found, or all of few. */
  readonly begun = this.#newest.promise;

  get size(): number {
    return this.#kinds.size;
  }

  /** How often anything has changed, and how often a notice or a decision: by the same count the same is found. */
  get changed(): Readonly<{ any: number; answers: number }> {
    return this.#changed;
  }

  /** Reads everything, the newest first, in pieces between which the process does its other work. */
  async load({ batch = BATCH, newest = NEWEST } = {}): Promise<void> {
    // The dictionary and the table of general Chinese are read now, and not by the first question.
    tellingWords(new Said("今天"));
    this.#newer = new Set();
    await db.$transaction(async (tx) => {
      await lockOpening(tx);
      await this.#changes.begin(tx);
    });
    for (let before = LAST, more = true; more; ) {
      const entries = await readEntries(db, { before, limit: batch });
      for (const [at, entry] of entries.entries()) {
        if (!this.#newer.has(entry.id)) this.#put(entry);
        if (at % 50 === 49) await breathe();
      }
      before = entries.at(-1)?.id ?? before;
      more = entries.length > 0;
      if (this.size >= newest || !more) this.#newest.resolve();
    }
    this.#newer = undefined;
  }

  /** Reads claims again that have changed; those that can no longer answer are forgotten. */
  async refresh(ids: readonly string[], tx: Tx = db): Promise<void> {
    if (ids.length === 0) return;
    const wanted = [...new Set(ids.flatMap((id) => [id, this.#partOf.get(id) ?? id]))];
    const entries = await readEntries(tx, { ids: wanted });
    const found = new Set(entries.map(({ id }) => id));
    for (const id of [...wanted, ...found]) this.#newer?.add(id);
    for (const id of wanted) if (!found.has(id)) this.#drop(id);
    for (const entry of entries) this.#put(entry);
  }

  /**
   * Takes into account every claim that another process opened before, and keeps others from opening one until the
   * transaction ends.
   */
  async takeTurn(tx: Tx): Promise<void> {
    await lockOpening(tx);
    await this.#follow(tx);
  }

  /** Takes into account what happened while nobody listened. */
  catchUp(): Promise<void> {
    return this.#follow(db);
  }

  #follow(tx: Tx): Promise<void> {
    return this.#changes.follow(tx, async (ids) => {
      for (let from = 0; from < ids.length; from += BATCH)
        await this.refresh(ids.slice(from, from + BATCH), tx);
    });
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

  #put(claim: KnownClaim): void {
    const { id, kind, title, wording, body, aliases, urls, phashes, isGrave, joinedIds, slug } = claim;
    this.#count(id, kind);
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
    for (const joined of joinedIds) this.#partOf.set(joined, id);
  }

  /** Counts a change of a claim, which becomes one of this kind or is forgotten. */
  #count(id: string, kind: KnownClaim["kind"] = "claim"): void {
    this.#changed.any += 1;
    if (kind !== "claim" || (this.#kinds.get(id) ?? "claim") !== "claim") this.#changed.answers += 1;
  }

  #drop(id: string): void {
    if (this.#kinds.has(id)) this.#count(id);
    this.#texts.remove(id);
    this.#pictures.remove(id);
    this.#kinds.delete(id);
    this.#foreign.delete(id);
    this.#partOf.delete(id);
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

const lockOpening = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${OPENING})`;
