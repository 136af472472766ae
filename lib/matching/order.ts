import { BREAK, GLUE } from "#lib/wording/characters";

/** Of longer texts the beginning is compared. */
const longest = 500;

const titleUnits = new Uint16Array(longest);
const weights = new Float64Array(longest);
const askedUnits = new Uint16Array(longest);
const inTitle = new Uint8Array(1 << 16);
const inAsked = new Uint8Array(1 << 16);
let before = new Float64Array(longest + 1);
let now = new Float64Array(longest + 1);

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
  for (const unit of begun) if (inTitle[unit]) askedUnits[width++] = unit;
  const sum = longestCommon(size, width);
  for (const unit of begun) inAsked[unit] = 0;
  for (const unit of known) inTitle[unit] = 0;
  return { sum, share: all ? sum / all : 0 };
}

function longestCommon(height: number, width: number): number {
  before.fill(0, 0, width + 1);
  for (let row = 0; row < height; row++) {
    const [unit, weight] = [titleUnits[row], weights[row] ?? 0];
    let left = 0;
    for (let at = 0; at < width; at++) {
      const above = before[at + 1] ?? 0;
      if (unit === askedUnits[at]) left = Math.max(above, (before[at] ?? 0) + weight);
      else if (above > left) left = above;
      now[at + 1] = left;
    }
    [before, now] = [now, before];
  }
  return before[width] ?? 0;
}
