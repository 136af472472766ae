type Waiting = { begin: () => void };

/**
 * So many works at once; of those that wait, whoever has had none for longest comes next, however many others of one
 * neighbour stand before.
 */
export class FairTurns {
  readonly #atOnce: number;
  #running = 0;
  /** What waits, by whose it is, in the order of their turns. */
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Does some work of somebody when it is their turn. */
  async run<Result>(whose: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#atOnce) await this.#turnOf(whose);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turnOf(whose: string): Promise<void> {
    return new Promise((begin) => {
      const theirs = this.#waiting.get(whose);
      if (theirs) theirs.push({ begin });
      else this.#waiting.set(whose, [{ begin }]);
    });
  }

  /** Hands the place of one that is done to whose turn it is; they stand last from now on. */
  #next(): void {
    const [first] = this.#waiting;
    if (!first) {
      this.#running -= 1;
      return;
    }
    const [whose, [one, ...others]] = first;
    this.#waiting.delete(whose);
    if (others.length > 0) this.#waiting.set(whose, others);
    one?.begin();
  }
}
