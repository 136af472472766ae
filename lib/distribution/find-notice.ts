import type { CorrectionKind } from "#lib/editorial/status";
import { noticeOn } from "#lib/i18n/addresses";
import type { PublishedContent } from "#lib/publishing/content";
import { normalised } from "#lib/wording/normalise";
import type { PageWords } from "./page-words.ts";

/** A version of a notice, as far as one can tell it from others by its words. */
export type ToFind = {
  number: number;
  correctionKind: CorrectionKind | null;
  correctionNote: string | null;
  content: Pick<PublishedContent, "title" | "titleEn" | "summary" | "points" | "advice">;
};

/** Fewer characters may stand on any page. */
const LONG_ENOUGH = 6;

const retracted = /撤回|撤销|撤稿|retract|withdrawn/i;

/**
 * Which version of a notice a page shows: null where it is not there at all. It is there by its public address, by its address
 * for frames or by its title. Addresses lead to the newest version, but for those of a single one; of the words
 * the version holds that has most of them, of two the newer. A retraction is shown only by who says that it is one.
 */
export function findNotice(
  { text, addresses }: PageWords,
  slug: string,
  versions: readonly ToFind[],
  pageOf: (address: string) => string | null,
): number | null {
  const newest = [...versions].sort((one, other) => other.number - one.number);
  const [current] = newest;
  if (!current) return null;
  const ways = addresses.flatMap((address) => wayTo(pageOf(address), slug));
  const page = normalised(text);
  const isThere = (words: string): boolean => page.includes(normalised(words));
  const said = newest.flatMap(wordsOf);
  const found = new Set(said.filter((words) => lengthOf(words) >= LONG_ENOUGH && isThere(words)));
  const hasTitle = newest.some(({ content }) =>
    [content.title, content.titleEn].some((title) => found.has(title)),
  );
  if (!hasTitle && ways.length === 0) return null;
  if (found.size === 0)
    return ways.includes("newest") ? current.number : (numbered(ways, newest) ?? current.number);
  const held = newest
    .filter((version) => version.correctionKind !== "retraction" || saysRetracted(text, version))
    .map((version) => ({
      number: version.number,
      words: wordsOf(version).filter((words) => found.has(words)).length,
    }));
  const most = Math.max(0, ...held.map(({ words }) => words));
  return held.find(({ words }) => words === most)?.number ?? current.number;
}

const wordsOf = ({ content: { title, titleEn, summary, points, advice } }: ToFind): string[] =>
  [title, titleEn, summary, ...points.map((point) => point.text), advice].filter(Boolean);

const lengthOf = (words: string): number => normalised(words).length;

const saysRetracted = (text: string, { correctionNote }: ToFind): boolean =>
  retracted.test(text) || (correctionNote !== null && text.includes(correctionNote));

/** Where an address of ours leads: to the notice as it stands, or to one version of it. */
function wayTo(page: string | null, slug: string): ("newest" | number)[] {
  if (page === null || noticeOn(page) !== slug) return [];
  const [, number] = /\/versions\/(\d{1,6})(?:\/|$)/.exec(page) ?? [];
  return [number === undefined ? "newest" : Number(number)];
}

const numbered = (ways: readonly ("newest" | number)[], versions: readonly ToFind[]): number | undefined =>
  versions.find(({ number }) => ways.includes(number))?.number;
