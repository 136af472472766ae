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

function longestCommon(height: number, width: number): number {
  sums.fill(0, 0, width + 1);
  for (let row = 0; row < height; row++) {
    const unit = titleUnits[row];
    const weight = weights[row] ?? 0;
    // The row before is overwritten as it is read.
    let left = 0;
    let aslant = 0;
    for (let at = 1; at <= width; at++) {
      const above = sums[at] ?? 0;
      if (unit === askedUnits[at]) left = Math.max(above, aslant + weight);
      else if (above > left) left = above;
      sums[at] = left;
      aslant = above;
    }
  }
  return sums[width] ?? 0;
}
