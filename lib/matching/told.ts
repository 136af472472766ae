import { shareOfWord } from "./background.ts";
import { pairsOf } from "./quote.ts";
import type { Said } from "./said.ts";
import { otherWordsFor } from "./synonyms.ts";
import { compact, particles, plainVirus } from "./wording.ts";
import type { Word } from "./words.ts";

/** A word is as rare as can be when one of so many texts in general Chinese has it. */
const rarest = 1e-4;
/** Names of persons, places, firms and things. */
const name = /^n[rstz]/u;

/**
 * What the words of a question have in an entry, each word for how rare it is in general Chinese (0–1): 今天 is common
 * whatever the other entries say.
 */
export interface Told {
  /** What its own titles say too, what only the rest of it says, and what it does not say. */
  inTitle: number;
  elsewhere: number;
  nowhere: number;
  /** What of the first are names. */
  named: number;
}

/** A word of a question that says something, in all the ways in which it can be said. */
type TellingWord = { said: string[]; rare: number; isName: boolean };

/** The words of a question that are looked for in entries, and how rare each is in general Chinese. */
export function tellingWords(asked: Said): TellingWord[] {
  const weighed = new Map<string, TellingWord | null>();
  return asked.words.words.flatMap((word) => {
    const key = `${word.tag} ${word.text}`;
    const known = weighed.get(key);
    const telling = known === undefined ? weigh(word) : known;
    if (known === undefined) weighed.set(key, telling);
    return telling === null ? [] : [telling];
  });
}

function weigh({ text, kind, tag }: Word): TellingWord | null {
  const plain = text.replace(particles, "");
  if (kind === null || plain === "") return null;
  const rare = Math.log(Math.max(rarest, shareOfWord(text))) / Math.log(rarest);
  return { said: [plain, ...otherWordsFor(plain)], rare, isName: name.test(tag) };
}

/** Weighs the words of a question by where an entry says them, in these words or in others for the same. */
export function toldOf(words: readonly TellingWord[], titles: string, rest: string): Told {
  const [isInTitle, isInRest] = [finder(bare(titles)), finder(bare(rest))];
  const told = { inTitle: 0, elsewhere: 0, nowhere: 0, named: 0 };
  for (const { said, rare, isName } of words) {
    if (isInTitle(said)) {
      told.inTitle += rare;
      if (isName) told.named += rare;
    } else if (isInRest(said)) told.elsewhere += rare;
    else told.nowhere += rare;
  }
  return told;
}

const bare = (text: string): string => plainVirus(compact(text).replace(particles, ""));

/** Tells whether one of the ways in which a word can be said stands in a text; asked about each word once. */
function finder(text: string): (said: readonly string[]) => boolean {
  const known = new Map<readonly string[], boolean>();
  let begins: Set<number> | undefined;
  const stands = (word: string) => {
    if (word.length < 2) return text.includes(word);
    begins ??= pairsOf(text);
    return begins.has(word.charCodeAt(0) * 0x10000 + word.charCodeAt(1)) && text.includes(word);
  };
  return (said) => {
    const found = known.get(said) ?? said.some(stands);
    known.set(said, found);
    return found;
  };
}
