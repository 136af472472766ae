import { BREAK, GLUE } from "#lib/wording/characters";

/** Of longer texts the beginning is compared. */
const longest = 500;

const titleUnits = new Uint16Array(longest);
const weights = new Float64Array(longest);
/** From 1, as the sums. */
const askedUnits = new Uint16Array(longest + 1);
const inTitle = new Uint8Array(1 << 16);
const inAsked = new Uint8Array(1 << 16);
const sums = new Float64Array(longest + 1);
/** By unit the first place in the asked text where it stands, and by place the next one with the same unit; 0 for none. */
const firstPlace = new Uint16Array(1 << 16);
const nextSame = new Uint16Array(longest + 1);

/**
 * How much of a title stands in another text in the title's order, with whatever between: the longest common
 * subsequence of characters, by their weight. As a sum, and as a share of the title.
 */
export function inOrder(asked: Uint16Array, title: Uint16Array, weightOf: (unit: number) => number) {
  const begun = asked.subarray(0, longest);
  const known = title.subarray(0, longest);
  for (const unit of begun) inAsked[unit] = 1;
  let [all, size] = [0, 0];
  for (const unit of known) {
    if (unit === BREAK || unit === GLUE) continue;
    const weight = weightOf(unit);
    all += weight;
    if (!inAsked[unit]) continue;
    weights[size] = weight;
    titleUnits[size++] = unit;
    inTitle[unit] = 1;
  }
  let width = 0;
  for (const unit of begun) if (inTitle[unit]) askedUnits[++width] = unit;
  const sum = longestCommon(size, width);
  for (const unit of begun) inAsked[unit] = 0;
  for (const unit of known) inTitle[unit] = 0;
  return { sum, share: all ? sum / all : 0 };
}

/**
 * Row by row, the most that the title so far has in common with each beginning of the asked text. A row differs from the one
 * before from a place on where its unit stands, until that one has as much: only there is anything worked out.
 */
function longestCommon(height: number, width: number): number {
  sums.fill(0, 0, width + 1);
  for (let at = width; at > 0; at--) {
    const unit = askedUnits[at] ?? 0;
    nextSame[at] = firstPlace[unit] ?? 0;
    firstPlace[unit] = at;
  }
  for (let row = 0; row < height; row++) {
    const weight = weights[row] ?? 0;
    let [changed, former] = [0, 0];
    for (let at = firstPlace[titleUnits[row] ?? 0] ?? 0; at > 0; at = nextSame[at] ?? 0) {
      const aslant = changed === at - 1 ? former : (sums[at - 1] ?? 0);
      const stop = nextSame[at] || width + 1;
      former = sums[at] ?? 0;
      const most = Math.max(former, aslant + weight);
      sums[at] = most;
      changed = at;
      for (let next = at + 1; next < stop && (sums[next] ?? 0) < most; next++) {
        former = sums[next] ?? 0;
        sums[next] = most;
        changed = next;
      }
    }
  }
  for (let at = 1; at <= width; at++) firstPlace[askedUnits[at] ?? 0] = 0;
  return sums[width] ?? 0;
}
