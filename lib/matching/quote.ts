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

/** How many of the pairs of characters of the shorter wording the longer one has too, 0–1. */
export function sharedPairs(one: string, other: string): number {
  const [fewer, more] = [pairsOf(one), pairsOf(other)].sort((a, b) => a.size - b.size);
  if (!fewer?.size || !more) return 0;
  return fewer.intersection(more).size / fewer.size;
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
