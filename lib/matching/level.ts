import { contradict } from "./contradiction.ts";
import { quotes, sharedPairs } from "./quote.ts";
import type { Said } from "./said.ts";
import { leastContent, thresholds } from "./score.ts";

/** `same` may answer by itself; `similar` is for a person to judge. */
export type Level = "same" | "similar";

/** Four words, two han to a word: a shorter text is the same only when it is equal. */
const shortText = 8;
/** A shorter text with a question word in it is an open question. */
const longText = 16;
/** Of a shorter title it says little that it stands in a text word for word. */
const quotedText = 16;

/** Of few entries one always stands out, whatever is asked; so the fewer there are, the more of its words count. */
export const leastShared = (entries: number): number =>
  Math.min(0.3, Math.max(0.1, 0.4 - 0.15 * Math.log10(Math.max(1, entries) / 100)));

/** A short title is soon shared by such a part of it: in a small index four pairs are wanted at least, in a large one, one. */
const PAIRS = 10;

/** From which chance on an entry is worth showing and sure enough to answer by itself, and what it must share for that. */
export type Demands = { worth?: number; sure: number; shared?: number };

/**
 * How a title with such a chance resembles what is asked; null when it is not worth showing. It may be the same only where
 * the two do not contradict each other. `shared` is the part of the shorter wording's pairs that both must have to be the
 * same (`leastShared`).
 */
function likeness(
  asked: Said,
  known: Said,
  chance: number,
  { worth = thresholds.similar, sure, shared = 0.1 }: Demands,
): Level | null {
  if (chance < worth) return null;
  if (asked.compact.length < shortText) return "similar";
  const isQuoted = known.compact.length >= quotedText && quotes(asked, known);
  if (chance < sure && !isQuoted) return "similar";
  const pairs = sharedPairs(asked, known);
  return pairs.share < shared || pairs.count < PAIRS * shared ? "similar" : "same";
}

/**
 * What may be said of an entry with such titles and chance, the first of them the most alike. What contradicts one of the
 * titles is not the same, but a text that is equal to one is.
 */
export function levelOf(
  asked: Said,
  titles: readonly Said[],
  chance: number,
  demands: Demands,
): Level | null {
  const isEqual = titles.some((title) => asked.equals(title));
  const levels = isEqual ? ["same" as const] : titles.map((title) => likeness(asked, title, chance, demands));
  if (!levels.includes("same")) return levels[0] ?? null;
  if (asked.content < leastContent) return "similar";
  if (!isEqual && asked.isOpen(longText)) return "similar";
  return isEqual || !titles.some((title) => contradict(asked, title)) ? "same" : "similar";
}

/** So much that is not even alike in a pair of characters is about something else. */
const otherText = 12;

/**
 * Whether the words beside a link say that it is not about a claim with such a title: they contradict it, or have nothing
 * in common with it.
 */
export function speaksAgainst(asked: Said, known: Said): boolean {
  if (asked.compact === known.compact) return false;
  if (asked.compact.length >= otherText && sharedPairs(asked, known).count === 0) return true;
  return contradict(asked, known);
}

/** What a person says of a suggestion. */
export const matchVerdicts = ["accepted", "rejected"] as const;
export type MatchVerdict = (typeof matchVerdicts)[number];

declare global {
  namespace PrismaJson {
    type MatchLevel = import("./level.ts").Level;
    type MatchVerdict = import("./level.ts").MatchVerdict;
  }
}
