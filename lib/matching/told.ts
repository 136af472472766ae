import { shareOfWord } from "./background.ts";
import type { Said } from "./said.ts";
import { canonical, hasOthers } from "./synonyms.ts";
import { compact, particles, plainVirus } from "./wording.ts";

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

/** A word of a question that says something; `meant` where there are other words for it. */
type TellingWord = { plain: string; meant: string | null; rare: number; isName: boolean };

/** The words of a question that are looked for in entries, and how rare each is in general Chinese. */
export const tellingWords = (asked: Said): TellingWord[] =>
  asked.words.words.flatMap(({ text, kind, tag }) => {
    const plain = text.replace(particles, "");
    if (kind === null || plain === "") return [];
    const meant = hasOthers(plain) ? canonical(plain) : null;
    const rare = Math.log(Math.max(rarest, shareOfWord(text))) / Math.log(rarest);
    return { plain, meant, rare, isName: name.test(tag) };
  });

/** Weighs the words of a question by where an entry says them, in these words or in others for the same. */
export function toldOf(words: readonly TellingWord[], titles: string, rest: string): Told {
  const [title, other] = [new Spoken(titles), new Spoken(rest)];
  const told = { inTitle: 0, elsewhere: 0, nowhere: 0, named: 0 };
  for (const { plain, meant, rare, isName } of words) {
    const isIn = (spoken: Spoken) => spoken.says(plain) || (meant !== null && spoken.means(meant));
    if (isIn(title)) {
      told.inTitle += rare;
      if (isName) told.named += rare;
    } else if (isIn(other)) told.elsewhere += rare;
    else told.nowhere += rare;
  }
  return told;
}

/** What an entry says, and what it means by it where that is asked. */
class Spoken {
  readonly #said: string;
  #meant?: string;

  constructor(text: string) {
    this.#said = plainVirus(compact(text).replace(particles, ""));
  }

  says(word: string): boolean {
    return this.#said.includes(word);
  }

  means(word: string): boolean {
    this.#meant ??= canonical(this.#said);
    return this.#meant.includes(word);
  }
}
