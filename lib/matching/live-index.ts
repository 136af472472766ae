import { db, type Tx } from "#lib/platform/db";
import { ChangedClaims } from "./changed-claims.ts";
import type { MatchQuery } from "./known-texts.ts";
import type { Match } from "./match.ts";
import { type KnownClaim, readEntries } from "./read-entries.ts";
import { TextsApart } from "./texts-apart.ts";

/** Openings of claims take turns under this lock of PostgreSQL, so that two new reports of one rumor open one claim. */
const OPENING = 7_310_001;
const BATCH = 500;
/** So many are put at a time while all are read: a question that comes meanwhile waits for no more. */
const PIECE = 50;
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";
/** With so many of the newest claims questions are answered while the others are read: a second of work. */
const NEWEST = 2_000;

/** All known claims in the memory of this process, built from PostgreSQL and kept current by what it hears. */
export class LiveIndex {
  #texts = new TextsApart();
  /** Which claim a merged or answered one is a part of here. */
  #partOf = new Map<string, string>();
  #kinds = new Map<string, KnownClaim["kind"]>();
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

  /** Is kept when it can answer nothing any more; whoever asks again needs another. */
  get ended(): Promise<void> {
    return this.#texts.ended.promise;
  }

  /** Reads everything, the newest first, in pieces. */
  async load({ batch = BATCH, newest = NEWEST } = {}): Promise<void> {
    this.#newer = new Set();
    await db.$transaction(async (tx) => {
      await lockOpening(tx);
      await this.#changes.begin(tx);
    });
    for (let before = LAST, more = true; more; ) {
      const entries = await readEntries(db, { before, limit: batch });
      for (let from = 0; from < entries.length; from += PIECE) {
        const piece = entries.slice(from, from + PIECE);
        await this.#put(piece.filter(({ id }) => !this.#newer?.has(id)));
      }
      before = entries.at(-1)?.id ?? before;
      more = entries.length > 0;
      if (this.size >= newest || !more) this.#newest.resolve();
    }
    this.#newer = undefined;
  }

  /** Forgets all of it. */
  end(): Promise<void> {
    return this.#texts.end();
  }

  /** Reads claims again that have changed; those that can no longer answer are forgotten. */
  async refresh(ids: readonly string[], tx: Tx = db): Promise<void> {
    if (ids.length === 0) return;
    const wanted = [...new Set(ids.flatMap((id) => [id, this.#partOf.get(id) ?? id]))];
    const entries = await readEntries(tx, { ids: wanted });
    const found = new Set(entries.map(({ id }) => id));
    for (const id of [...wanted, ...found]) this.#newer?.add(id);
    await Promise.all([this.#drop(wanted.filter((id) => !found.has(id))), this.#put(entries)]);
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

  /** The claims that a question is about, as far as they are known when this is called, best first. */
  search(query: MatchQuery, limit = 5): Promise<Match[]> {
    return this.#texts.search(query, limit);
  }

  /** Known claims that share words with a text, most alike first, with how much of its meaning (0–1) stands in them. */
  resembling(text: string, limit: number): Promise<{ id: string; shared: number }[]> {
    return this.#texts.resembling(text, limit);
  }

  async #put(claims: readonly KnownClaim[]): Promise<void> {
    if (claims.length === 0) return;
    for (const { id, kind, joinedIds } of claims) {
      this.#count(id, kind);
      this.#kinds.set(id, kind);
      for (const joined of joinedIds) this.#partOf.set(joined, id);
    }
    await this.#texts.put(claims);
  }

  /** Counts a change of a claim, which becomes one of this kind or is forgotten. */
  #count(id: string, kind: KnownClaim["kind"] = "claim"): void {
    this.#changed.any += 1;
    if (kind !== "claim" || (this.#kinds.get(id) ?? "claim") !== "claim") this.#changed.answers += 1;
  }

  async #drop(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const id of ids) {
      if (this.#kinds.has(id)) this.#count(id);
      this.#kinds.delete(id);
      this.#partOf.delete(id);
    }
    await this.#texts.drop(ids);
  }
}

const lockOpening = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${OPENING})`;
