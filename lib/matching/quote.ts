/** Shorter stretches are shared by texts that have nothing to do with each other. */
const block = 5;
/** How much of the shorter text has to stand in the longer one, in stretches and in order. */
const enough = 0.6;
/** And how much at least, in characters. */
const least = 16;

/**
 * Whether the shorter of two compact wordings stands in the longer one nearly word for word: a message that quotes a
 * claim amid other talk, or the same message in another wrapping. That holds however many others say the same.
 */
export function quotes(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let [from, covered] = [0, 0];
  for (let at = 0; at + block <= short.length; ) {
    const found = long.indexOf(short.slice(at, at + block), from);
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

/** How many pairs of characters two wordings share, and which part of the shorter one's that is, 0–1. */
export function sharedPairs(one: string, other: string): { count: number; share: number } {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const count = first.intersection(second).size;
  return { count, share: count / Math.max(1, Math.min(first.size, second.size)) };
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
