import { performance } from "node:perf_hooks";
import { numberIn } from "./mark.ts";
import type { Server } from "./rounds.ts";

const PATIENCE = 10_000;

/** A page of one instance, with the newest text that it was seen to show. */
type Shelf = { number: number; since: number; old: number };

/** People who read the same pages again and again, each of one instance, and note which text they get. */
export class Readers {
  read = 0;
  errors = 0;
  readonly #shelves = new Map<string, Shelf>();
  readonly #all: Promise<unknown>;
  #isOver = false;

  constructor(instances: readonly Server[], paths: readonly string[], count: number) {
    const shelves = instances.map(({ url }) => paths.map((path) => url + path));
    for (const url of shelves.flat()) this.#shelves.set(url, { number: -1, since: 0, old: 0 });
    const reader = async (index: number) => {
      const own = shelves[index % shelves.length] ?? [];
      for (let turn = index; !this.#isOver; turn++) await this.#readOne(own[turn % own.length] ?? "");
    };
    this.#all = Promise.all(Array.from({ length: count }, (_, index) => reader(index)));
  }

  /** How many answers showed an older text than was seen at the same place before they were asked for. */
  get old(): number {
    return [...this.#shelves.values()].reduce((sum, { old }) => sum + old, 0);
  }

  /** When the last page of all instances showed this text (`Date.now`). @throws when it takes far too long */
  async seenEverywhere(number: number): Promise<number> {
    const deadline = performance.now() + PATIENCE;
    const shelves = () => [...this.#shelves.values()];
    while (!shelves().every((shelf) => shelf.number >= number)) {
      if (performance.now() > deadline) throw new Error(`text ${number} is not shown everywhere`);
      await new Promise(setImmediate);
    }
    return Math.max(...shelves().map(({ since }) => since));
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#all;
  }

  async #readOne(url: string): Promise<void> {
    const askedAt = Date.now();
    try {
      const answer = await fetch(url);
      const page = await answer.text();
      this.read += 1;
      if (answer.ok) this.#note(url, askedAt, numberIn(page));
      else this.errors += 1;
    } catch {
      this.errors += 1;
    }
  }

  #note(url: string, askedAt: number, number: number): void {
    const shelf = this.#shelves.get(url);
    if (!shelf) return;
    if (number > shelf.number) Object.assign(shelf, { number, since: Date.now() });
    else if (number < shelf.number && askedAt > shelf.since) shelf.old += 1;
  }
}
