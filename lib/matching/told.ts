import { shareOfWord } from "./background.ts";
import type { Said } from "./said.ts";
import { canonical } from "./synonyms.ts";
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

/** Weighs the words of a question by where an entry says them, in these words or in others for the same. */
export function toldOf(asked: Said, titles: string, rest: string): Told {
  const [title, other] = [spoken(titles), spoken(rest)];
  const told = { inTitle: 0, elsewhere: 0, nowhere: 0, named: 0 };
  for (const { text, kind, tag } of asked.words.words) {
    const plain = text.replace(particles, "");
    if (kind === null || plain === "") continue;
    const meant = canonical(plain);
    const isIn = ({ said, canon }: Spoken) => said.includes(plain) || canon.includes(meant);
    const rare = Math.log(Math.max(rarest, shareOfWord(text))) / Math.log(rarest);
    if (isIn(title)) {
      told.inTitle += rare;
      if (name.test(tag)) told.named += rare;
    } else if (isIn(other)) told.elsewhere += rare;
    else told.nowhere += rare;
  }
  return told;
}

type Spoken = { said: string; canon: string };

function spoken(text: string): Spoken {
  const said = plainVirus(compact(text).replace(particles, ""));
  return { said, canon: canonical(said) };
}
