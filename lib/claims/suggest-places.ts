import { divisionsNamed } from "#lib/reference/gazetteer";
import { plain } from "#lib/wording/plain";

/** A division that a claim's texts name, and by which words. */
export type NamedPlace = { code: string; quote: string };

/** More than anybody reads of a claim before deciding. */
const READ = 4000;
const MOST = 5;

/** Divisions that a claim's texts name, in the order in which they do; a county makes its prefecture superfluous. */
export function suggestPlaces(texts: readonly string[]): NamedPlace[] {
  const source = texts.join("\n").slice(0, READ);
  const { text, from, to } = plain(source);
  return divisionsNamed(text)
    .slice(0, MOST)
    .map((named) => ({ code: named.code, quote: source.slice(from[named.from], to[named.to - 1]) }));
}
