/** Keeps the numbers with the highest scores, as many as the limit, in a heap whose root is the lowest of them. */
export class Best {
  #limit: number;
  #numbers: number[] = [];
  #scores: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What a score must exceed to be kept. */
  get least(): number {
    return this.#scores.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#scores[0] ?? 0);
  }

  offer(number: number, score: number): void {
    const size = this.#scores.length;
    if (size < this.#limit) {
      this.#up(size, number, score);
    } else if (score > this.least) {
      this.#down(number, score);
    }
  }

  /** The numbers kept, best first; beyond the first few only those that have at least such a part of the best score. */
  ranked({ few = 0, beside = 0 } = {}): number[] {
    const order = this.#scores.map((score, at) => ({ score, number: this.#numbers[at] ?? 0 }));
    order.sort((one, other) => other.score - one.score);
    const enough = beside * (order[0]?.score ?? 0);
    return order.filter(({ score }, at) => at < few || score >= enough).map(({ number }) => number);
  }

  #put(at: number, number: number, score: number): void {
    this.#numbers[at] = number;
    this.#scores[at] = score;
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#numbers[from] ?? 0, this.#scores[from] ?? 0);
  }

  #up(from: number, number: number, score: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#scores[parent] ?? 0) <= score) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, number, score);
  }

  #down(number: number, score: number): void {
    const scores = this.#scores;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= scores.length) break;
      if ((scores[child + 1] ?? Number.POSITIVE_INFINITY) < (scores[child] ?? 0)) child++;
      if ((scores[child] ?? 0) >= score) break;
      this.#move(child, at);
      at = child;
    }
    this.#put(at, number, score);
  }
}
