/** Perceptual hashes that differ in at most so many of their 64 bits show the same picture, rescaled or compressed anew. */
const MOST_DIFFERENT = 6;

/** Which entries a picture belongs to: perceptual hashes (64 characters, 0 or 1) by entry. */
export class PictureIndex {
  #hashes = new Map<string, Uint32Array>();

  add(id: string, hashes: readonly string[]): void {
    if (hashes.length > 0) this.#hashes.set(id, Uint32Array.from(hashes.flatMap(halves)));
  }

  remove(id: string): void {
    this.#hashes.delete(id);
  }

  /** The entries that have one of the pictures, each with how many bits tell them apart. */
  find(hashes: readonly string[]): { id: string; distance: number }[] {
    const found: { id: string; distance: number }[] = [];
    const asked = hashes.map(halves).filter(isTelling);
    if (asked.length === 0) return found;
    for (const [id, known] of this.#hashes) {
      let distance = 64;
      for (let at = 0; at < known.length; at += 2) {
        for (const [high, low] of asked) {
          distance = Math.min(distance, bits((known[at] ?? 0) ^ high) + bits((known[at + 1] ?? 0) ^ low));
        }
      }
      if (distance <= MOST_DIFFERENT) found.push({ id, distance });
    }
    return found.sort((one, other) => one.distance - other.distance);
  }
}

const halves = (hash: string): [number, number] => [
  Number.parseInt(hash.slice(0, 32), 2),
  Number.parseInt(hash.slice(32), 2),
];

/** A picture of one colour has nearly no bits, and resembles every other. */
const isTelling = ([high, low]: [number, number]): boolean => {
  const set = bits(high) + bits(low);
  return set >= 8 && set <= 56;
};

function bits(word: number): number {
  let rest = word >>> 0;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
