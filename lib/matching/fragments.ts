import type { Reading } from "#lib/wording/plain";
import { countShared } from "./count-shared.ts";
import type { Question } from "./question.ts";
import { isSingle } from "./terms.ts";

/** A stretch of the question, in UTF-16 code units of its original text. */
export interface Fragment {
  text: string;
  start: number;
  end: number;
}

const most = 12;

/** The stretches of a question whose words an entry has too, the longest few, in their order. */
export function sharedFragments(
  source: string,
  read: Reading,
  question: Question,
  entry: Uint16Array,
): Fragment[] {
  const counts = new Float32Array(question.terms.length);
  countShared(question, entry, counts);
  const marked = new Uint8Array(read.text.length);
  const { keys, starts, ends, size } = question.list;
  for (let at = 0; at < size; at++) {
    const term = keys[at] ?? 0;
    if (!isSingle(term) && (counts[question.find(term)] ?? 0) > 0) marked.fill(1, starts[at], ends[at]);
  }
  const fragments: Fragment[] = [];
  for (let at = 0; at < marked.length; at++) {
    if (!marked[at]) continue;
    let end = at;
    while (marked[end]) end++;
    const [from, to] = [read.from[at] ?? 0, read.to[end - 1] ?? 0];
    fragments.push({ text: source.slice(from, to), start: from, end: to });
    at = end;
  }
  const longest = fragments.toSorted((one, other) => other.text.length - one.text.length).slice(0, most);
  return longest.sort((one, other) => one.start - other.start);
}
