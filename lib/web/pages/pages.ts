import { setTimeout as pause } from "node:timers/promises";
import pLimit from "p-limit";
import { elapsed, hours, minutes } from "#lib/platform/clock";
import { log } from "#lib/platform/log";
import { once } from "#lib/platform/once";
import type { PageAddress } from "./addresses.ts";
import type { Finished } from "./finish.ts";
import { type Entry, PageStore } from "./store.ts";

/** A finished answer and where it came from. */
export type Answer = { finished: Finished; served: "hit" | "miss" | "stale" };

/** An answer cannot be made now, and there is no old one that may be shown. */
class NotNow extends Error {
  override readonly name = "NotNow";
}

/** Makes an answer; null where there is nothing that could be kept for all. */
type Make = () => Promise<Finished | null>;

type Kept = Pick<PageAddress, "key" | "tags" | "status" | "isKept" | "isLasting" | "exists">;

/** How long an answer is believed when nobody says that it changed. */
const LONGEST = hours(1);
/** How long readers wait for a new version of what they could have at once. */
const PATIENCE = 1_000;
/** After a failure others are answered with the old version for so long. */
const PAUSE = 1_000;
const RENDERING = minutes(0.5);
/** As many are made at a time as leave the rest of the process alone. */
const AT_A_TIME = 8;

export const isNotNow = (error: unknown): boolean => error instanceof Error && error.name === "NotNow";

type Filling = { tags: readonly string[]; done: Promise<Finished | null> };

/**
 * The page cache: finished answers, made once for all who ask and made anew when something they show has changed. Nobody
 * sees a version that was begun before a change they could know of; when no new one can be made, the last one is shown.
 */
export class Pages {
  readonly store: PageStore;
  readonly #filling = new Map<string, Filling>();
  readonly #room = pLimit(AT_A_TIME);
  /** Whether changes are heard of: while nobody tells them, everything is asked for anew. */
  isTold = true;

  constructor(store = new PageStore()) {
    this.store = store;
  }

  /** What is kept at an address and holds, without waiting. */
  fresh(key: string): Finished | undefined {
    const entry = this.store.get(key);
    return entry && this.#holds(entry) ? entry.finished : undefined;
  }

  /** The answer at an address, which `make` makes where none is kept; null where there is nothing. @throws NotNow */
  async answer(address: Kept, make: Make): Promise<Answer | null> {
    const entry = this.store.get(address.key);
    if (!entry) return this.#first(address, make);
    if (this.#holds(entry)) return { finished: entry.finished, served: "hit" };
    const old = entry.state === "withdrawn" ? null : ({ finished: entry.finished, served: "stale" } as const);
    if (elapsed() < entry.retryAt) return old ?? notNow();
    const made = this.#fill(address, make).then(
      (finished) => finished && ({ finished, served: "miss" } as const),
      () => old ?? notNow(),
    );
    return old ? Promise.race([made, pause(PATIENCE, old, { ref: false })]) : made;
  }

  /** Marks everything that shows something with one of these tags; what is being made meanwhile is made again. */
  forget(tags: readonly string[], state: "stale" | "withdrawn" = "stale"): void {
    this.store.mark(tags, state);
    for (const [key, filling] of this.#filling)
      if (filling.tags.some((tag) => tags.includes(tag))) this.#filling.delete(key);
  }

  /** As if everything had changed. */
  forgetAll(): void {
    this.store.markAll();
    this.#filling.clear();
  }

  #holds = (entry: Entry): boolean =>
    this.isTold && entry.state === "fresh" && elapsed() - entry.madeAt < LONGEST;

  async #first(address: Kept, make: Make): Promise<Answer | null> {
    try {
      if (!(await address.exists())) return null;
      const finished = await this.#fill(address, make);
      return finished && { finished, served: "miss" };
    } catch (error) {
      log.warn({ err: error, page: address.key }, "a page cannot be made");
      return notNow();
    }
  }

  /** One at a time for each address, whoever asks. */
  #fill(address: Kept, make: Make): Promise<Finished | null> {
    const { key, tags } = address;
    const running = this.#filling.get(key);
    if (running) return running.done;
    const done = this.#room(() => inTime(key, make()));
    const filling = { tags, done };
    this.#filling.set(key, filling);
    done.then(
      (finished) => this.#keep(address, filling, finished),
      (error: unknown) => this.#fail(address, filling, error),
    );
    return done;
  }

  #keep(address: Kept, filling: Filling, finished: Finished | null): void {
    // Whatever changed while it was made has put another in its place, or will.
    if (this.#filling.get(address.key) !== filling) return;
    this.#filling.delete(address.key);
    if (finished?.status !== address.status) this.store.delete(address.key);
    else if (address.isKept)
      this.store.set(address.key, freshEntry(finished, address.tags), address.isLasting);
  }

  #fail({ key }: Kept, filling: Filling, error: unknown): void {
    if (this.#filling.get(key) === filling) this.#filling.delete(key);
    const entry = this.store.get(key);
    if (entry) entry.retryAt = elapsed() + PAUSE;
    log.warn({ err: error, page: key }, "a page cannot be made anew");
  }
}

const freshEntry = (finished: Finished, tags: readonly string[]): Entry => ({
  finished,
  tags,
  state: "fresh",
  madeAt: elapsed(),
  retryAt: 0,
});

function notNow(): never {
  throw new NotNow();
}

/** What is being made, unless it takes too long. */
function inTime<Made>(key: string, making: Promise<Made>): Promise<Made> {
  return new Promise((resolve, reject) => {
    const tooLong = () => reject(new Error(`${key} was not made in time`));
    const timer = setTimeout(tooLong, RENDERING).unref();
    making.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The page cache of this process. */
export const pages = (): Pages => once("pages", () => new Pages());
