import { foldCharacter } from "#lib/wording/characters";

/** A run of han, or a word of another script. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/**
 * The search tokens of a text: pairs of neighbouring han characters, and words of other scripts.
 * Chinese has no spaces; pairs find every word of two characters and more without a dictionary.
 */
export function tokensOf(...texts: readonly (string | null | undefined)[]): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    for (const [run] of folded(text ?? "").matchAll(RUN)) {
      if (!/\p{Script=Han}/u.test(run)) tokens.add(run);
      else for (const pair of pairs(run)) tokens.add(pair);
    }
  }
  return [...tokens];
}

/** What looks or sounds alike in writing becomes one: width, case, traditional characters, invisible ones. */
const folded = (text: string): string =>
  [...text].map((character) => String.fromCharCode(...foldCharacter(character))).join("");

/** A single character is its own token, for it has no neighbour. */
function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return [run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
