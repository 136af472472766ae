/** Of longer texts the beginning is aligned. */
const longest = 400;
/** What a unit counts that goes on where the last one stood in both texts, and what one that does not. */
const [inRun, alone] = [3, 2];

/** The most that can be had from a place on, and the most when the two units there stand for each other. */
const best = new Uint16Array((longest + 1) ** 2);
const paired = new Uint16Array((longest + 1) ** 2);
const units = new Uint16Array(longest);

/**
 * Where two texts agree: for each unit of the first its place in the second, or -1. A longest common subsequence, of
 * all of them one with long runs: a character that only happens to stand in both tears nothing apart.
 */
export function align(first: string, second: string): Int32Array {
  const [height, width] = [Math.min(first.length, longest), Math.min(second.length, longest)];
  fill(first, second, height, width);
  const row = width + 1;
  const places = new Int32Array(first.length).fill(-1);
  let isRun = false;
  for (let one = 0, other = 0; one < height && other < width; ) {
    const here = one * row + other;
    const next = here + row + 1;
    const pair = paired[here] ?? 0;
    if (isRun || (pair > 0 && pair === best[here])) {
      isRun = (paired[next] ?? 0) > 0 && pair === (paired[next] ?? 0) + inRun;
      places[one++] = other++;
    } else if (best[here + row] === best[here]) one++;
    else other++;
  }
  return places;
}

/** Fills the tables from their ends, where nothing more is to be had. */
function fill(first: string, second: string, height: number, width: number): void {
  const row = width + 1;
  for (let at = 0; at < width; at++) units[at] = second.charCodeAt(at);
  best.fill(0, height * row, (height + 1) * row);
  paired.fill(0, height * row, (height + 1) * row);
  for (let one = height - 1; one >= 0; one--) {
    const unit = first.charCodeAt(one);
    let here = one * row + width;
    best[here] = 0;
    paired[here] = 0;
    let [after, below] = [0, 0];
    for (let other = width - 1; other >= 0; other--) {
      here--;
      const passed = best[here + row] ?? 0;
      let most = Math.max(passed, after);
      let pair = 0;
      if (unit === units[other]) {
        const run = paired[here + row + 1] ?? 0;
        pair = Math.max(below + alone, run && run + inRun);
        if (pair > most) most = pair;
      }
      paired[here] = pair;
      best[here] = most;
      [after, below] = [most, passed];
    }
  }
}
