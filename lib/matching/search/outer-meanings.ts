import { meaningOf, type TermList } from "../terms.ts";

/** Takes the meanings of words within other words out of a list of terms: 动车 in 电动车 is no train. */
export function keepOuterMeanings(list: TermList): void {
  let [kept, since, covered] = [0, 0, 0];
  for (let at = 0; at < list.size; at++) {
    const [term, start, end] = [list.keys[at] ?? 0, list.starts[at] ?? 0, list.ends[at] ?? 0];
    if (meaningOf(term) >= 0) {
      if (end <= covered && start !== since) continue;
      [since, covered] = [start, Math.max(end, covered)];
    }
    [list.keys[kept], list.starts[kept], list.ends[kept]] = [term, start, end];
    kept++;
  }
  list.size = kept;
}
