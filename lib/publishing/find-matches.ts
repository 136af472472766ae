import type { Verdict } from "#lib/investigation/vocabulary";
import { fold, tokensOf } from "#lib/matching/tokens";
import { searchDebunks } from "./search-debunks.ts";

/** A piece of a text, and whether its words also stand in the question. */
export type Piece = { text: string; shared: boolean };

/** A published notice that may answer a question. */
export type Match = {
  slug: string;
  verdict: Verdict;
  title: Piece[];
  titleEn: Piece[] | null;
  summary: Piece[];
  publishedAt: string;
};

/** Published notices that may answer a question, best first, with the words they share with it marked. */
export async function findMatches(question: string, limit = 5): Promise<Match[]> {
  const tokens = new Set(tokensOf(question));
  const cards = await searchDebunks(question, { limit });
  return cards.map(({ slug, verdict, title, titleEn, summary, publishedAt }) => ({
    slug,
    verdict,
    title: markShared(title, tokens),
    titleEn: titleEn ? markShared(titleEn, tokens) : null,
    summary: markShared(summary, tokens),
    publishedAt: publishedAt.toISOString(),
  }));
}

/** Cuts a text where it begins or ceases to share words with the tokens of another. */
export function markShared(text: string, tokens: ReadonlySet<string>): Piece[] {
  const characters = [...text];
  const shared = characters.map(() => false);
  for (const [at, character] of characters.entries()) {
    if (tokens.has(fold(character + (characters[at + 1] ?? "")))) shared.fill(true, at, at + 2);
  }
  for (const word of text.matchAll(/[\p{Script=Latin}\p{N}]+/gu)) {
    const start = [...text.slice(0, word.index)].length;
    if (tokens.has(fold(word[0]))) shared.fill(true, start, start + [...word[0]].length);
  }
  const pieces: Piece[] = [];
  for (const [at, character] of characters.entries()) {
    const last = pieces.at(-1);
    if (last && last.shared === shared[at]) last.text += character;
    else pieces.push({ text: character, shared: shared[at] === true });
  }
  return pieces;
}
