import { BREAK, GLUE, isHan } from "#lib/wording/characters";
import { wordsByFirstUnit } from "./synonyms.ts";

/** What the index knows a text by: a 32-bit key for a han character, a pair of them, or a word. */
export type Term = number;

/** Terms of a text in their order, with the units of the text that each covers. */
export interface TermList {
  keys: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  size: number;
}

/** A list to be filled again and again, for texts of up to so many units. */
export function termList(units: number): TermList {
  const length = units * 4;
  return {
    keys: new Uint32Array(length),
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
    size: 0,
  };
}

/** The UTF-16 units of a normalised text. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

/** The text that such units stand for. */
export const textOf = (units: Uint16Array): string => decoder.decode(units);

/**
 * Fills a list with the terms of normalised units. Pairs reach over a clause's end, for recognised screenshots
 * break lines anywhere and emojis stand for commas. A word also counts with the han after it: 16月 is not 16日.
 */
export function readTerms(units: Uint16Array, start: number, stop: number, into: TermList): void {
  into.size = 0;
  let previous = 0;
  let previousAt = 0;
  for (let at = start; at < stop; at++) {
    const unit = units[at] ?? 0;
    if (unit === BREAK || unit === GLUE) continue;
    if (isHan(unit)) {
      if (previous !== 0) put(into, pairOf(previous, unit), previousAt, at + 1);
      put(into, unit, at, at + 1);
      if (begins[unit]) putMeanings(into, units, at, stop);
      previous = unit;
      previousAt = at;
      continue;
    }
    let end = at;
    let hash = 0x811c9dc5;
    for (; end < stop && isWordUnit(units[end] ?? 0); end++) {
      hash = Math.imul(hash ^ (units[end] ?? 0), 0x01000193);
    }
    put(into, wordKey(hash), at, end);
    const next = units[end] ?? 0;
    if (end < stop && isHan(next)) put(into, wordKey(Math.imul(hash ^ next, 0x9e3779b1)), at, end + 1);
    previous = 0;
    at = end - 1;
  }
}

/** Adds the meanings of the longest known word that starts here. */
function putMeanings(into: TermList, units: Uint16Array, at: number, stop: number): void {
  const known = wordAt(units, at, stop);
  if (!known) return;
  for (const meaning of known.meanings) put(into, meaningTerm(meaning), at, at + known.word.length);
}

/** The longest known word that starts at a place, with the numbers of its meanings. */
export function wordAt(units: Uint16Array, at: number, stop: number) {
  for (const known of wordsByFirstUnit.get(units[at] ?? 0) ?? none) {
    const { word } = known;
    let length = 0;
    while (length < word.length && at + length < stop && units[at + length] === word.charCodeAt(length))
      length++;
    if (length === word.length) return known;
  }
  return undefined;
}

const none: NonNullable<ReturnType<typeof wordsByFirstUnit.get>> = [];

function put(into: TermList, key: Term, start: number, end: number): void {
  const at = into.size++;
  into.keys[at] = key;
  into.starts[at] = start;
  into.ends[at] = end;
}

/** Whether a unit belongs to a word of letters and figures. */
export const isWordUnit = (unit: number) => unit !== BREAK && unit !== GLUE && !isHan(unit);

/** The term of two han characters, one after the other. */
export const pairOf = (first: number, second: number): Term => ((first << 16) | second) >>> 0;

const firstWord = 0xe0000000;
const firstMeaning = 0xf0000000;

const begins = new Uint8Array(1 << 16);
for (const unit of wordsByFirstUnit.keys()) begins[unit] = 1;

/** Words live where no pair of han can be: the upper half of their keys is in the private use area. */
const wordKey = (hash: number): Term => (firstWord | ((hash ^ (hash >>> 15)) & 0x0fffffff)) >>> 0;

/** Whether a term is a single han character. */
export const isSingle = (term: Term): boolean => term <= 0xffff;

/** Whether a term is a pair of han characters. */
export const isPair = (term: Term): boolean => term > 0xffff && term < firstWord;

/** The term of a meaning, by its number. */
export const meaningTerm = (meaning: number): Term => firstMeaning + meaning;

/** The number of the meaning that a term stands for, or -1. */
export const meaningOf = (term: Term): number => (term >= firstMeaning ? term - firstMeaning : -1);
