import { type LiveEvent, newestNumber, readEvents } from "./read-events.ts";

/** So many events of claims are kept; whoever was away for more loads the page anew. */
const KEPT = 1_000;
/** How far back is read at first, and how far at most after a lost connection. */
const FIRST_READ = 5_000;

/**
 * What has happened lately, as far as it is visible. Numbers are given out before transactions end, so one may become visible
 * behind a higher one: each number that was passed over is looked for until it is there, or all transactions that could have
 * had it have ended.
 */
export class RecentEvents {
  #newest = 0;
  /** Numbers that were passed over, each with the first transaction that had not begun by then. */
  #missing = new Map<number, bigint>();
  #kept: LiveEvent[] = [];
  /** Everything behind this number is kept. */
  #from = 0;

  /** Whatever has a number up to this one has been seen, or will never be. */
  get settled(): number {
    return Math.min(this.#newest, ...[...this.#missing.keys()].map((n) => n - 1));
  }

  get isSettled(): boolean {
    return this.#missing.size === 0;
  }

  /** Forgets what it knew and begins with the newest. */
  async begin(): Promise<void> {
    this.#from = Math.max(0, (await newestNumber()) - FIRST_READ);
    this.#newest = this.#from;
    this.#missing.clear();
    this.#kept = [];
    await this.follow();
  }

  /** What has become visible since it was last asked. Never twice at a time. */
  async follow(): Promise<LiveEvent[]> {
    const { numbers, events, snapshot } = await readEvents(this.#newest, [...this.#missing.keys()]);
    this.#pass(new Set(numbers), snapshot.next);
    for (const [n, next] of this.#missing) if (next <= snapshot.done) this.#missing.delete(n);
    this.#kept.push(...events);
    for (const { n } of this.#kept.splice(0, this.#kept.length - KEPT)) this.#from = Math.max(this.#from, n);
    return events;
  }

  #pass(numbers: ReadonlySet<number>, next: bigint): void {
    const newest = Math.max(this.#newest, ...numbers);
    for (const n of numbers) this.#missing.delete(n);
    for (let n = this.#newest + 1; n < newest; n += 1) if (!numbers.has(n)) this.#missing.set(n, next);
    this.#newest = newest;
  }

  /** The same after a time in which nothing was heard; null when that is too much to tell, and it has begun anew. */
  async catchUp(): Promise<LiveEvent[] | null> {
    if ((await newestNumber()) - this.#newest <= FIRST_READ) return this.follow();
    await this.begin();
    return null;
  }

  /** What happened behind a number, in the order in which it became visible; null when it is not known any more, or not yet. */
  since(n: number): LiveEvent[] | null {
    return n < this.#from || n > this.#newest ? null : this.#kept.filter((event) => event.n > n);
  }
}
