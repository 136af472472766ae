import { meaningOf, type TermList } from "../terms.ts";

/** Takes the meanings of words within other words out of a list of terms: 动车 in 电动车 is no train. */
export function keepOuterMeanings(list: TermList): void {
  let kept = 0;
  let since = 0;
  let covered = 0;
  for (let at = 0; at < list.size; at++) {
    const term = list.keys[at] ?? 0;
    const start = list.starts[at] ?? 0;
    const end = list.ends[at] ?? 0;
    if (meaningOf(term) >= 0) {
      if (end <= covered && start !== since) continue;
      since = start;
      covered = Math.max(end, covered);
    }
    list.keys[kept] = term;
    list.starts[kept] = start;
    list.ends[kept++] = end;
  }
  list.size = kept;
}
