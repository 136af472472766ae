import { align } from "./align.ts";
import { shareOfWord } from "./background.ts";
import { canonical } from "./synonyms.ts";
import { particles } from "./wording.ts";
import type { Kind, Word, Worded } from "./words.ts";

/** A word of more texts than this tells nothing apart, and one in wordings that hardly differ otherwise. */
const [common, commonInClose] = [0.02, 0.06];
/** What stands between equal stretches is another word for the same place up to this length, in characters. */
const widest = 8;
const narrow = 3;
/** A text so many times as long as the other one quotes it amid other talk: there only short gaps compare. */
const talkative = 2.5;

/** How much of the shorter wording must stand in the other one in order, before what differs counts as another claim. */
const alike = { thing: 0.5, deed: 0.7, any: 0.8 };

/** Whether one of two wordings is so much longer that it quotes the other one amid other talk. */
export function isQuotedAmidTalk(asked: Worded, known: Worded): boolean {
  const [shorter = 0, longer = 0] = [asked.flat.length, known.flat.length].sort((one, other) => one - other);
  return longer > talkative * shorter;
}

/** The tag of what the dictionary does not know. */
const unknown = "x";

/** Two wordings laid side by side. */
export interface Pairing {
  asked: Worded;
  known: Worded;
  /** For each unit of one its place in the other, or -1. */
  toKnown: Int32Array;
  toAsked: Int32Array;
  /** Whether a unit belongs to a word that stands in the other wording too. */
  keptAsked: Uint8Array;
  keptKnown: Uint8Array;
  /** Which part of the shorter one stands in the longer, in its order. */
  share: number;
}

/** Lays two wordings side by side. */
export function pair(asked: Worded, known: Worded): Pairing {
  const toKnown = align(asked.flat, known.flat);
  const toAsked = new Int32Array(known.flat.length).fill(-1);
  for (const [at, place] of toKnown.entries()) if (place >= 0) toAsked[place] = at;
  const [keptAsked, keptKnown] = [kept(asked, toKnown), kept(known, toAsked)];
  let agreed = 0;
  for (const [at, place] of toKnown.entries())
    if (place >= 0 && (keptAsked[at] || keptKnown[place])) agreed++;
  const share = agreed / Math.max(1, Math.min(asked.flat.length, known.flat.length));
  return { asked, known, toKnown, toAsked, keptAsked, keptKnown, share };
}

function kept({ words, flat }: Worded, places: Int32Array): Uint8Array {
  const units = new Uint8Array(flat.length);
  for (const { start, end } of words) {
    let at = start;
    while (at < end && (places[at] ?? -1) >= 0) at++;
    if (at === end) units.fill(1, start, end);
  }
  return units;
}

/**
 * Whether two wordings have different words in one place: between equal stretches each has a telling word that the other
 * one has nowhere, not even in another word for it.
 */
export function haveOthersInPlace(pairing: Pairing): boolean {
  const { asked, known, toKnown, keptAsked, keptKnown } = pairing;
  if (pairing.share < alike.thing) return false;
  const most = isQuotedAmidTalk(asked, known) ? narrow : widest;
  let [left, right] = [0, 0];
  for (let at = 0; at <= toKnown.length; at++) {
    const isEnd = at === toKnown.length;
    const place = isEnd ? known.flat.length : (toKnown[at] ?? -1);
    if (!isEnd && !(place >= 0 && keptAsked[at] && keptKnown[place])) continue;
    const isGap = at > left && place > right;
    if (isGap && Math.max(at - left, place - right) <= most) {
      const mine = telling(asked, known, keptAsked, left, at);
      const theirs = telling(known, asked, keptKnown, right, place);
      if (areOthers(mine, theirs, pairing.share)) return true;
    }
    [left, right] = [at + 1, place + 1];
  }
  return false;
}

/** A word of a gap that tells something and does not stand in the other wording: at most another word for it does. */
type Telling = { word: Word; isSaidOtherwise: boolean };

function telling(one: Worded, other: Worded, keptUnits: Uint8Array, from: number, to: number): Telling[] {
  const inGap = wordsBetween(one.words, from, to).filter(({ start }) => !keptUnits[start]);
  return joinSingles(inGap).flatMap((word) => {
    const { text, kind } = word;
    if (kind === null) return [];
    const plain = text.replace(particles, "");
    if (other.bare.includes(plain)) return [];
    return [{ word, isSaidOtherwise: other.meant.includes(canonical(plain)) }];
  });
}

/** The words, one after another as they are, that reach into a stretch. */
function wordsBetween(words: readonly Word[], from: number, to: number): Word[] {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while ((words[end]?.start ?? to) < to) end++;
  return words.slice(low, end);
}

/** Characters one after another that the dictionary has no word for are one word that it does not know, mostly a name. */
function joinSingles(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const goesOn = last?.end === word.start && word.text.length === 1 && word.kind !== null;
    if (last && goesOn && (last.tag === unknown || (last.text.length === 1 && last.kind !== null))) {
      joined[joined.length - 1] = {
        ...last,
        text: last.text + word.text,
        tag: unknown,
        kind: "thing",
        end: word.end,
      };
    } else joined.push(word);
  }
  return joined;
}

const isTelling = ({ kind, text }: Word, common: number) =>
  kind === "time" || kind === "number" || kind === "place" || shareOfWord(text) < common;

function areOthers(mine: readonly Telling[], theirs: readonly Telling[], share: number): boolean {
  const isClose = share >= alike.any;
  const most = isClose ? commonInClose : common;
  return mine.some((one) =>
    theirs.some((other) => {
      if (one.isSaidOtherwise && other.isSaidOtherwise) return false;
      if (!isTelling(one.word, most) || !isTelling(other.word, most)) return false;
      const [first, second] = [classOf(one.word), classOf(other.word)];
      // 公务员考试 and 高考: one has another word for the other's, and one more that makes it something else.
      if (one.isSaidOtherwise || other.isSaidOtherwise) {
        return (
          isClose && isSaying(first) && isSaying(second) && (one.isSaidOtherwise ? second : first) === "thing"
        );
      }
      if (first !== second) return isClose && isSaying(first) && isSaying(second);
      if (first !== "deed") return true;
      // 专用 and 专门, 返回 and 返京: of two words for a deed that begin alike one often says the other.
      return share >= alike.deed && one.word.text.charAt(0) !== other.word.text.charAt(0);
    }),
  );
}

const classOf = ({ kind }: Word) => (kind === "place" ? "thing" : kind);
const isSaying = (kind: Kind | null) => kind === "thing" || kind === "deed";
