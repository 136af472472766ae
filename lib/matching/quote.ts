/** Shorter stretches are shared by texts that have nothing to do with each other. */
const block = 5;
/** How much of the shorter text has to stand in the longer one, in stretches and in order. */
const enough = 0.6;
/** And how much at least, in characters. */
const least = 16;

/** A wording without marks, with what is worked out of it once, however many others it is compared with. */
export interface Compacted {
  readonly compact: string;
  readonly blocks: Blocks;
  readonly pairs: ReadonlySet<number>;
}

/** Where each stretch of a wording stands in it, in ascending order. */
export type Blocks = ReadonlyMap<string, readonly number[]>;

/** The stretches of a compact wording by what they say. */
export function blocksOf(compact: string): Blocks {
  const blocks = new Map<string, number[]>();
  for (let at = 0; at + block <= compact.length; at++) {
    const said = compact.slice(at, at + block);
    const places = blocks.get(said);
    if (places) places.push(at);
    else blocks.set(said, [at]);
  }
  return blocks;
}

/** The different pairs of characters in a compact wording. */
export function pairsOf(compact: string): Set<number> {
  const pairs = new Set<number>();
  for (let at = 1; at < compact.length; at++)
    pairs.add(compact.charCodeAt(at - 1) * 0x10000 + compact.charCodeAt(at));
  return pairs;
}

/**
 * Whether the shorter of two compact wordings stands in the longer one nearly word for word: a message that quotes a
 * claim amid other talk, or the same message in another wrapping. That holds however many others say the same.
 */
export function quotes(one: Compacted, other: Compacted): boolean {
  const [{ compact: short }, { compact: long, blocks }] =
    one.compact.length <= other.compact.length ? [one, other] : [other, one];
  let [from, covered] = [0, 0];
  for (let at = 0; at + block <= short.length; ) {
    const found = firstFrom(blocks.get(short.slice(at, at + block)), from);
    if (found < 0) {
      at += 1;
      continue;
    }
    let size = block;
    while (at + size < short.length && short[at + size] === long[found + size]) size += 1;
    covered += size;
    at += size;
    from = found + size;
  }
  return covered >= Math.max(least, enough * short.length);
}

/** The first of ascending places that is not before another, or -1. */
function firstFrom(places: readonly number[] = [], from: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? -1;
}

/** How many pairs of characters two wordings share, and which part of the shorter one's that is, 0–1. */
export function sharedPairs({ pairs: first }: Compacted, { pairs: second }: Compacted) {
  const [few, many] = first.size <= second.size ? [first, second] : [second, first];
  let count = 0;
  for (const pair of few) if (many.has(pair)) count++;
  return { count, share: count / Math.max(1, few.size) };
}
