import { plainCharacter } from "#lib/wording/plain";

/** A piece of a text, and whether it is shared with another one. */
export type Piece = { text: string; shared: boolean };

/** How much of a question is shown around what is marked, and how much at most, in code points. */
const AROUND = 10;
const MOST = 140;

/** A text in which everything is marked that stands in one of the stretches too, two characters long at least. */
export function markShared(text: string, stretches: readonly string[]): Piece[] {
  const pairs = new Set(stretches.flatMap((stretch) => pairsOf([...stretch])));
  const characters = [...text];
  const shared = characters.map(() => false);
  for (const [at, pair] of pairsOf(characters).entries()) {
    if (pairs.has(pair) && /^[\p{L}\p{N}]+$/u.test(pair)) shared.fill(true, at, at + 2);
  }
  return cut(characters, shared);
}

const pairsOf = (characters: readonly string[]): string[] =>
  characters
    .slice(1)
    .map((character, at) => plainCharacter(characters[at] ?? "") + plainCharacter(character));

/** The parts of a question around the stretches that an answer shares with it; nothing when it shares none. */
export function excerptOf(question: string, stretches: readonly string[]): Piece[] {
  const characters = [...question];
  const shared = characters.map(() => false);
  let from = 0;
  for (const stretch of stretches) {
    const at = stretch === "" ? -1 : question.indexOf(stretch, from);
    if (at < 0) continue;
    from = at + stretch.length;
    const start = [...question.slice(0, at)].length;
    shared.fill(true, start, start + [...stretch].length);
  }
  const near = characters.map((_, at) =>
    shared.slice(Math.max(0, at - AROUND), at + AROUND + 1).includes(true),
  );
  return cut(...abridge(characters, shared, near));
}

/** Leaves away what is not near, with an ellipsis in its place. */
function abridge(
  characters: readonly string[],
  shared: readonly boolean[],
  near: readonly boolean[],
): [string[], boolean[]] {
  const kept: string[] = [];
  const marked: boolean[] = [];
  for (const [at, character] of characters.entries()) {
    const isKept = near[at] === true && kept.length < MOST;
    if (isKept) {
      kept.push(character);
      marked.push(shared[at] === true);
    } else if (kept.at(-1) !== "…") {
      kept.push("…");
      marked.push(false);
    }
  }
  return marked.includes(true) ? [kept, marked] : [[], []];
}

/** Pieces as long as they can be, blanks as one. */
function cut(characters: readonly string[], shared: readonly boolean[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [at, character] of characters.entries()) {
    const last = pieces.at(-1);
    const isShared = shared[at] === true;
    if (last && last.shared === isShared) last.text += character;
    else pieces.push({ text: character, shared: isShared });
  }
  return pieces.map(({ text, shared: isShared }) => ({ text: text.replace(/\s+/g, " "), shared: isShared }));
}
