import { isQuotedAmidTalk, type Pairing } from "./differences.ts";
import type { Worded } from "./words.ts";

/** What denies in Chinese; it stands before what it denies. 不要 and 别 warn, as claims of harm do. */
const negator = /[不没未无非](?!要)/u;
/** 不仅, 不过, 不同, 不少 are words of their own that deny nothing; 不是 is counted among them by the dictionary. */
const own = /^(?:c|a|m|i|l|t|r|n\w*|z|b)$/u;
/** Of wordings that have less in common, in order, one may well deny something else. */
const alike = 0.5;
/** How far a denial reaches before what it denies. */
const reach = 3;

/** Where a wording denies something, in its units; not where it asks (是不是, 有没有, …吗). */
function denials({ words, flat, clauseEnds }: Worded): number[] {
  const isQuestion = questionsIn(flat, clauseEnds);
  return words.flatMap(({ text, tag, start }) => {
    const offset = text.search(negator);
    if (offset < 0 || (text.length > 1 && own.test(tag) && text !== "不是")) return [];
    const at = start + offset;
    const isChoice = at > 0 && flat.charAt(at - 1) === flat.charAt(at + 1);
    return isChoice || isQuestion[at] ? [] : [at];
  });
}

/** For each unit whether the clause that it is in ends as a question. */
function questionsIn(flat: string, clauseEnds: ReadonlySet<number>): Uint8Array {
  const isQuestion = new Uint8Array(flat.length);
  const asks = (end: number) => (/[吗么呢]/u.test(flat.charAt(end - 1)) ? 1 : 0);
  let asked = asks(flat.length);
  for (let at = flat.length - 1; at >= 0; at--) {
    if (clauseEnds.has(at)) asked = asks(at);
    isQuestion[at] = asked;
  }
  return isQuestion;
}

/** Whether one of two wordings denies what the other says: a denial before something that both have, and none there in the other. */
export function denyEachOther({ asked, known, toKnown, toAsked, share }: Pairing): boolean {
  if (share < alike || isQuotedAmidTalk(asked, known)) return false;
  return isDeniedOnlyHere(asked, known, toKnown, toAsked) || isDeniedOnlyHere(known, asked, toAsked, toKnown);
}

function isDeniedOnlyHere(one: Worded, other: Worded, to: Int32Array, back: Int32Array): boolean {
  const isQuestion = questionsIn(other.flat, other.clauseEnds);
  return denials(one).some((at) => {
    if ((to[at] ?? -1) >= 0) return false;
    let next = at + 1;
    while (next <= at + reach && (to[next] ?? -1) < 0 && !one.clauseEnds.has(next)) next++;
    const place = to[next] ?? -1;
    if (place < 0 || one.clauseEnds.has(next)) return false;
    let begin = place;
    while (begin > 0 && (back[begin - 1] ?? -1) < 0 && place - begin < reach && !other.clauseEnds.has(begin))
      begin--;
    return !negator.test(other.flat.slice(begin, place + 1)) && !isQuestion[place];
  });
}
