import { LRUCache } from "lru-cache";
import { type Finished, sizeOf } from "./finish.ts";

/** An answer that is kept, and how far it may still be believed. */
export type Entry = {
  finished: Finished;
  tags: readonly string[];
  /** `stale` waits to be made anew; what is `withdrawn` is not shown again before it has been. */
  state: "fresh" | "stale" | "withdrawn";
  /** When it was finished (`elapsed`). */
  madeAt: number;
  /** After a failure nobody tries again before this moment (`elapsed`). */
  retryAt: number;
};

const MOST_BYTES = 96 * 1024 * 1024;

/**
 * The finished answers of this process, by canonical address. What is `lasting` stays for good: it is a fixed number of
 * addresses; the others drive each other out, longest unread first.
 */
export class PageStore {
  readonly #lasting = new Map<string, Entry>();
  readonly #others: LRUCache<string, Entry>;

  constructor(mostBytes = MOST_BYTES) {
    this.#others = new LRUCache({ maxSize: mostBytes, sizeCalculation: ({ finished }) => sizeOf(finished) });
  }

  get(key: string): Entry | undefined {
    return this.#lasting.get(key) ?? this.#others.get(key);
  }

  set(key: string, entry: Entry, isLasting: boolean): void {
    if (isLasting) this.#lasting.set(key, entry);
    else this.#others.set(key, entry);
  }

  delete(key: string): void {
    this.#lasting.delete(key);
    this.#others.delete(key);
  }

  /** Marks what shows something with one of these tags. */
  mark(tags: readonly string[], state: "stale" | "withdrawn"): void {
    for (const entry of this.entries()) {
      if (!entry.tags.some((tag) => tags.includes(tag))) continue;
      if (entry.state !== "withdrawn") entry.state = state;
      entry.retryAt = 0;
    }
  }

  markAll(): void {
    for (const entry of this.entries()) if (entry.state === "fresh") entry.state = "stale";
  }

  /** Everything that is kept, for whoever looks what got in. */
  *entries(): Generator<Entry> {
    yield* this.#lasting.values();
    yield* this.#others.values();
  }
}
