import { pinyin } from "pinyin-pro";
import { once } from "#lib/platform/once";
import { byCharacter } from "#lib/wording/by-character";
import { isHan } from "#lib/wording/characters";
import type { Term } from "../terms.ts";

/** A syllable by number, and the letter that it begins with, from 1. */
interface Sound {
  syllable: number;
  letter: number;
}

/** Of a character with several readings the usual ones. */
const READINGS = 2;
/** Longer words are not typed in syllables. */
const LONGEST = 24;
/** How many ways there are to part a word in syllables, at most: xian is 先 or 西安. */
const WAYS = 12;

/** The syllables that were met, by their sound. */
const met = once("syllables", () => new Map<string, number>());

/** What many people neither hear nor type apart: zh and z, n and l at the beginning, ang and an; and the ü. */
const sounding = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/u, "$1")
    .replace(/^n/u, "l")
    .replace(/ng$/u, "n")
    .replace(/[vü]/u, "u");

const soundsOf = byCharacter<readonly Sound[]>("sounds of characters", (character) => {
  if (!isHan(character.charCodeAt(0)) || character.length > 1) return [];
  const readings = pinyin(character, { multiple: true, toneType: "none", type: "array" });
  return readings.slice(0, READINGS).map((reading) => {
    const sound = sounding(reading);
    if (!met.has(sound)) met.set(sound, met.size);
    return { syllable: met.get(sound) ?? 0, letter: reading.charCodeAt(0) - 96 };
  });
});

const readAt = (units: Uint16Array, at: number): readonly Sound[] => {
  const unit = units[at] ?? 0;
  return isHan(unit) ? soundsOf(String.fromCharCode(unit)) : silent;
};

const silent: readonly Sound[] = [];

// Where no pair of han can be: their upper halves are no han.
const ofSyllables = (one: number, two: number): Term => (0xa0000000 | (one << 9) | two) >>> 0;
const ofLetters = (one: number, two: number, three?: number): Term => {
  const both = (1 << 10) | (one << 5) | two;
  return (three === undefined ? both : (both << 5) | three) + 0x10000;
};

/** How two neighbouring characters sound together, in all their readings; nothing where one is no han. */
export function soundTerms(units: Uint16Array, at: number): Term[] {
  const next = readAt(units, at + 1);
  return readAt(units, at).flatMap((one) => next.map((two) => ofSyllables(one.syllable, two.syllable)));
}

/** Puts all that a text may be typed as by its sound: neighbours together, and the first letters of two and of three. */
export function putSpelled(units: Uint16Array, put: (term: Term) => void): void {
  let one = readAt(units, 0);
  let two = readAt(units, 1);
  for (let at = 2; at <= units.length; at++) {
    const three = readAt(units, at);
    for (const a of one) {
      for (const b of two) {
        put(ofSyllables(a.syllable, b.syllable));
        put(ofLetters(a.letter, b.letter));
        for (const c of three) put(ofLetters(a.letter, b.letter, c.letter));
      }
    }
    one = two;
    two = three;
  }
}

/** The ways to read a typed word as two syllables or more, each as the terms of the neighbours in it. */
export function typedSounds(word: string): Term[][] {
  if (word.length > LONGEST || !/^[a-zü]+$/u.test(word)) return [];
  const ways: number[][] = [];
  const part = (from: number, before: readonly number[]) => {
    if (ways.length >= WAYS) return;
    if (from === word.length && before.length > 1) ways.push([...before]);
    for (let to = Math.min(word.length, from + 6); to > from; to--) {
      const syllable = met.get(sounding(word.slice(from, to)));
      if (syllable !== undefined) part(to, [...before, syllable]);
    }
  };
  part(0, []);
  return ways.map((way) => way.slice(1).map((syllable, at) => ofSyllables(way[at] ?? 0, syllable)));
}

/** A typed word as the first letters of so many syllables, three by three. */
export function typedInitials(word: string): Term[] {
  if (!/^[a-z]{2,8}$/u.test(word)) return [];
  const letters = [...word].map((letter) => letter.charCodeAt(0) - 96);
  const [one = 0, two = 0] = letters;
  if (letters.length === 2) return [ofLetters(one, two)];
  return letters.slice(2).map((three, at) => ofLetters(letters[at] ?? 0, letters[at + 1] ?? 0, three));
}
