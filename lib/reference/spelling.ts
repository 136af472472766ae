import { pinyin } from "pinyin-pro";
import { once } from "#lib/platform/once";

/** Something with a Chinese name that can be chosen by typing. */
export type Spelled<Named> = Named & { spelling: string };

/** How a Chinese name is typed: the syllables of its pinyin, without tones and apart by blanks. */
export function spellingOf(zh: string): string {
  const known = once("spellings", () => new Map<string, string>());
  const spelling =
    known.get(zh) ??
    pinyin(zh, { toneType: "none", type: "array", nonZh: "consecutive" })
      .map((syllable) => syllable.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""))
      .filter((syllable) => syllable !== "")
      .join(" ");
  known.set(zh, spelling);
  return spelling;
}

/** Names of the reference data with how they are typed; for lists that somebody chooses from. */
export const spellAll = <Named extends { zh: string }>(all: readonly Named[]): Spelled<Named>[] =>
  all.map((named) => ({ ...named, spelling: spellingOf(named.zh) }));
