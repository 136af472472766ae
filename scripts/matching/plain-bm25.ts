const [k1, b] = [1.2, 0.75];

/** The textbook: BM25 over pairs of characters, every posting of every pair read. */
export class PlainBm25 {
  #ids: string[];
  #lengths: Float32Array;
  #lists = new Map<number, { entries: Uint32Array; counts: Uint8Array; size: number }>();
  #average: number;
  #scores: Float32Array;

  constructor(entries: readonly { id: string; title: string; body: string }[]) {
    this.#ids = entries.map(({ id }) => id);
    this.#lengths = new Float32Array(entries.length);
    this.#scores = new Float32Array(entries.length);
    const sizes = new Map<number, number>();
    for (const entry of entries)
      for (const pair of pairsOf(entry).keys()) sizes.set(pair, (sizes.get(pair) ?? 0) + 1);
    for (const [pair, size] of sizes) {
      this.#lists.set(pair, { entries: new Uint32Array(size), counts: new Uint8Array(size), size: 0 });
    }
    let total = 0;
    for (const [number, entry] of entries.entries()) {
      for (const [pair, count] of pairsOf(entry)) {
        const list = this.#lists.get(pair);
        if (!list) continue;
        list.entries[list.size] = number;
        list.counts[list.size++] = Math.min(count, 255);
      }
      const length = entry.title.length + entry.body.length;
      this.#lengths[number] = length;
      total += length;
    }
    this.#average = total / (entries.length || 1);
  }

  search(text: string, limit: number): string[] {
    this.#scores.fill(0);
    for (const pair of pairsOf({ title: "", body: text }).keys()) {
      const list = this.#lists.get(pair);
      if (!list) continue;
      const idf = Math.log(1 + (this.#ids.length - list.size + 0.5) / (list.size + 0.5));
      for (let at = 0; at < list.size; at++) {
        const entry = list.entries[at] ?? 0;
        const count = list.counts[at] ?? 0;
        const norm = k1 * (1 - b + (b * (this.#lengths[entry] ?? 0)) / this.#average);
        this.#scores[entry] = (this.#scores[entry] ?? 0) + (idf * count * (k1 + 1)) / (count + norm);
      }
    }
    const best: { entry: number; score: number }[] = [];
    for (const [entry, score] of this.#scores.entries()) {
      if (score === 0 || (best.length === limit && score <= (best.at(-1)?.score ?? 0))) continue;
      const at = best.findIndex((other) => other.score < score);
      best.splice(at < 0 ? best.length : at, 0, { entry, score });
      if (best.length > limit) best.pop();
    }
    return best.map(({ entry }) => this.#ids[entry] ?? "");
  }
}

function pairsOf({ title, body }: { title: string; body: string }): Map<number, number> {
  const counts = new Map<number, number>();
  for (const text of [title, body]) {
    for (let at = 1; at < text.length; at++) {
      const pair = text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}
