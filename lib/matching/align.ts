/** Of longer texts the beginning is aligned. */
const longest = 400;
/** What a unit counts that goes on where the last one stood in both texts, and what one that does not. */
const [inRun, alone] = [3, 2];

/**
 * Where two texts agree: for each unit of the first its place in the second, or -1. A longest common subsequence, of
 * all of them one with long runs: a character that only happens to stand in both tears nothing apart.
 */
export function align(first: string, second: string): Int32Array {
  const [height, width] = [Math.min(first.length, longest), Math.min(second.length, longest)];
  const row = width + 1;
  /** The most that can be had from here on, and the most when the two units here stand for each other. */
  const best = new Uint16Array((height + 1) * row);
  const paired = new Uint16Array((height + 1) * row);
  for (let one = height - 1; one >= 0; one--) {
    const unit = first.charCodeAt(one);
    for (let other = width - 1; other >= 0; other--) {
      const here = one * row + other;
      const passed = Math.max(best[here + row] ?? 0, best[here + 1] ?? 0);
      if (unit === second.charCodeAt(other)) {
        const next = here + row + 1;
        const run = paired[next] ?? 0;
        paired[here] = Math.max((best[next] ?? 0) + alone, run && run + inRun);
      }
      best[here] = Math.max(passed, paired[here] ?? 0);
    }
  }
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
