import { setImmediate as breathe, setTimeout as pause } from "node:timers/promises";
import { db } from "#lib/platform/db";
import { once } from "#lib/platform/once";
import { ChangedClaims } from "../changed-claims.ts";
import { type Found, readClaims, readNotices, type Which } from "./read-searchable.ts";
import { type Hit, SearchIndex } from "./search-index.ts";

const BATCH = 500;
/** So long a search waits for the first reading of everything; then it finds what was read so far. */
const PATIENCE = 2_000;
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

type Reading = (which: Which) => Promise<Found[]>;

/** What can be searched for, in the memory of this process: read when somebody first searches, the newest first. */
class SearchedTexts {
  #index = new SearchIndex();
  #read: Reading;
  /** Under which id the index has what belongs to a claim. */
  #ids = new Map<string, string>();
  #loading: Promise<void> | undefined;
  #catching: Promise<void> | undefined;
  /** What was read again while everything was being read; that is newer. */
  #newer: Set<string> | undefined;
  #changes = new ChangedClaims();

  constructor(read: Reading) {
    this.#read = read;
  }

  /** What has the words of a search, best first, as everything stands now. */
  async find(question: string): Promise<Hit[]> {
    this.#loading ??= this.#load();
    // Whoever stopped waiting does not learn of a failure; the next to search reads anew.
    this.#loading.catch(() => {});
    await Promise.race([this.#loading, pause(PATIENCE, undefined, { ref: false })]);
    // While everything is being read, it is read as it stands now.
    if (this.#newer) return this.#index.find(question);
    this.#catching ??= this.#catchUp().finally(() => {
      this.#catching = undefined;
    });
    await this.#catching;
    return this.#index.find(question);
  }

  /** Reads again what changed, if anybody has searched here. */
  async refresh(claimIds: readonly string[]): Promise<void> {
    if (!this.#loading || claimIds.length === 0) return;
    const found = await this.#read({ claimIds });
    const there = new Set(found.map(({ claimId }) => claimId));
    for (const claimId of claimIds) {
      this.#newer?.add(claimId);
      const id = this.#ids.get(claimId);
      if (id && !there.has(claimId)) this.#index.remove(id);
    }
    for (const one of found) this.#put(one);
  }

  /** Reads everything, in pieces between which the process does its other work. A failure is not remembered. */
  async #load(): Promise<void> {
    this.#newer = new Set();
    try {
      await this.#changes.begin(db);
      for (let before = LAST, more = true; more; ) {
        const found = await this.#read({ before, limit: BATCH });
        for (const [at, one] of found.entries()) {
          if (!this.#newer.has(one.claimId)) this.#put(one);
          if (at % 50 === 49) await breathe();
        }
        before = found.at(-1)?.claimId ?? before;
        more = found.length === BATCH;
      }
    } catch (error) {
      this.#loading = undefined;
      throw error;
    } finally {
      this.#newer = undefined;
    }
  }

  #catchUp(): Promise<void> {
    return this.#changes.follow(db, async (claimIds) => {
      for (let from = 0; from < claimIds.length; from += BATCH)
        await this.refresh(claimIds.slice(from, from + BATCH));
    });
  }

  #put(one: Found): void {
    this.#index.put(one);
    this.#ids.set(one.claimId, one.id);
  }
}

/** The published notices, as anybody may search them. */
export const searchedNotices = () => once("searched notices", () => new SearchedTexts(readNotices));

/** The claims, as the desk searches them. */
export const searchedClaims = () => once("searched claims", () => new SearchedTexts(readClaims));

/** Reads claims again that have changed, wherever they are searched. */
export async function refreshSearched(claimIds: readonly string[]): Promise<void> {
  await Promise.all([searchedNotices().refresh(claimIds), searchedClaims().refresh(claimIds)]);
}
