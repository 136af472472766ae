import { shareOfWord } from "./background.ts";
import type { Said } from "./said.ts";
import { canonical } from "./synonyms.ts";
import { compact, particles, plainVirus } from "./wording.ts";

/** What the rarest words count for: of ten thousand texts in general Chinese one has them. */
const rarest = 1e-4;
/** A word that more texts have than one in thirty tells nothing by itself. */
const everyday = 1 / 30;

/** From so much on an entry is worth showing: fitted so that no question of the demo's claims loses its answer. */
const enough = 0;

/**
 * Whether what a question shares with an entry says enough, beside its chance, to show the entry: words that are rare in
 * general Chinese, whatever the other entries say. In few entries 今天 and 小时 are rare too, and tell nothing.
 */
export function isToldEnough(asked: Said, entry: string, chance: number): boolean {
  const likely = Math.log(chance / (1 - chance));
  if (likely >= enough) return true;
  const said = plainVirus(compact(entry).replace(particles, ""));
  const meant = canonical(said);
  let told = 0;
  for (const { text, kind } of asked.words.words) {
    const plain = text.replace(particles, "");
    if (kind === null || plain === "") continue;
    if (!said.includes(plain) && !meant.includes(canonical(plain))) continue;
    const share = Math.max(rarest, shareOfWord(text));
    told += -Math.log(share) / 10 + (share < everyday ? 1 : 0);
    if (likely + told >= enough) return true;
  }
  return false;
}
