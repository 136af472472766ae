import { haveOthersInPlace, pair } from "./differences.ts";
import { conflict, isTemplate } from "./facts.ts";
import { denyEachOther } from "./polarity.ts";
import type { Said } from "./said.ts";
import { differInTense } from "./tense.ts";

/**
 * Whether two wordings that look alike make different claims: they name other places, days, things or figures, have other
 * words in the same place, one denies what the other says, or one has happened and the other is to come.
 */
export function contradict(asked: Said, known: Said): boolean {
  if (conflict(asked.facts, known.facts) || isTemplate(asked.canonical, known.canonical)) return true;
  if (differInTense(asked.words, known.words)) return true;
  const pairing = pair(asked.words, known.words);
  return haveOthersInPlace(pairing) || denyEachOther(pairing);
}
