/** Something to choose: what it is called, and the syllables of its pinyin apart by blanks. */
export type Choice = { label: string; spelling: string };

/**
 * The place of the choice that the letters mean best, or -1: by the beginning of its words, by its pinyin from the first
 * syllable on, then by its pinyin from within. Syllables may be typed whole or in part: xinxi, xx, xxi.
 */
export function findSpelled(typed: string, choices: readonly Choice[]): number {
  const letters = typed.toLowerCase();
  if (letters === "") return -1;
  const ranks = choices.map((choice) => rankOf(letters, choice));
  const best = Math.min(...ranks);
  return Number.isFinite(best) ? ranks.indexOf(best) : -1;
}

function rankOf(letters: string, { label, spelling }: Choice): number {
  if (label.toLowerCase().startsWith(letters)) return 0;
  const words = [label.toLowerCase().split(/[^\p{L}\p{N}]+/u), spelling.split(" ")];
  const isSpelledFrom = (at: number) => words.some((syllables) => isSpelled(letters, syllables.slice(at)));
  if (isSpelledFrom(0)) return 1;
  const length = Math.max(...words.map((syllables) => syllables.length));
  return Array.from({ length }, (_, at) => at).some(isSpelledFrom) ? 2 : Number.POSITIVE_INFINITY;
}

/** Whether the letters are beginnings of the first syllables, one after the other. */
function isSpelled(letters: string, [first, ...rest]: readonly string[]): boolean {
  if (letters === "") return true;
  if (!first) return false;
  const shared = [...first].findIndex((letter, at) => letters[at] !== letter);
  const most = shared < 0 ? first.length : shared;
  return Array.from({ length: most }, (_, at) => most - at).some((taken) =>
    isSpelled(letters.slice(taken), rest),
  );
}

/** What was typed for a choice so far, and the place of the choice that it means; -1 where it means none. */
export type TypedChoice = { typed: string; at: number };

/** One more letter: it narrows the choice, or, where nothing is called so, begins another. */
export function typeLetter(before: string, letter: string, choices: readonly Choice[]): TypedChoice {
  for (const typed of [before + letter, letter]) {
    const at = findSpelled(typed, choices);
    if (at >= 0) return { typed, at };
  }
  return { typed: "", at: -1 };
}
