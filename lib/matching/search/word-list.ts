/** Shorter words are too soon another word. */
const SHORTEST = 4;
/** How many words a typo may stand for. */
const MOST = 8;

/** The words of other scripts that an index has, found again with one letter wrong, missing, added or exchanged. */
export class WordList {
  /** By the first letter and the length; whoever mistypes a word seldom mistypes its beginning. */
  #alike = new Map<string, Set<string>>();

  add(word: string): void {
    if (word.length < SHORTEST) return;
    const key = keyOf(word, word.length);
    const alike = this.#alike.get(key);
    if (alike) alike.add(word);
    else this.#alike.set(key, new Set([word]));
  }

  /** The words that one typo parts from this one. */
  near(word: string): string[] {
    if (word.length < SHORTEST) return [];
    const found: string[] = [];
    for (const length of [word.length, word.length - 1, word.length + 1]) {
      for (const other of this.#alike.get(keyOf(word, length)) ?? []) {
        if (isOneTypo(word, other)) found.push(other);
        if (found.length === MOST) return found;
      }
    }
    return found;
  }
}

const keyOf = (word: string, length: number) => `${word.charAt(0)}${length}`;

/** Whether one letter makes the difference, or the order of two neighbours. */
function isOneTypo(one: string, other: string): boolean {
  const [long, short] = one.length < other.length ? [other, one] : [one, other];
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  if (long.slice(at + 1) === short.slice(at + 1)) return long !== short;
  return (
    long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2)
  );
}
