import { conflict, denies, factsOf, isTemplate } from "./facts.ts";
import { quotes, sharedPairs } from "./quote.ts";
import { thresholds } from "./score.ts";
import { bare, compact } from "./wording.ts";

/** `same` may answer by itself; `similar` is for a person to judge. */
export type Level = "same" | "similar";

/** Eight words, two han to a word: a shorter text is the same only when it is equal. */
const shortText = 16;

/** Of few entries one always stands out, whatever is asked; so the fewer there are, the more of its words count. */
export const leastShared = (entries: number): number =>
  Math.min(0.4, Math.max(0.1, 0.4 - 0.15 * Math.log10(Math.max(1, entries) / 100)));

/** A short title is soon shared by such a part of it: in a small index four pairs are wanted at least, in a large one, one. */
const PAIRS = 10;

type Demands = { worth?: number; shared?: number };

/**
 * What may be said of an entry with such a title and chance; null when it is not worth showing. `shared` is the part of
 * the shorter wording's pairs that both must have to be the same (`leastShared`).
 */
export function levelOf(
  wording: string,
  title: string,
  chance: number,
  { worth = thresholds.similar, shared = 0.1 }: Demands = {},
): Level | null {
  const [asked, known] = [compact(wording), compact(title)];
  if (asked !== "" && asked === known) return "same";
  if (bare(wording) !== "" && bare(wording) === bare(title)) return "same";
  if (chance < worth) return null;
  if (asked.length < shortText) return "similar";
  const isQuoted = known.length >= shortText && quotes(asked, known);
  if (chance < thresholds.same && !isQuoted) return "similar";
  const pairs = sharedPairs(asked, known);
  if (pairs.share < shared || pairs.count < PAIRS * shared) return "similar";
  if (isTemplate(wording, title) || denies(asked, known)) return "similar";
  return conflict(factsOf(wording), factsOf(title)) ? "similar" : "same";
}

/** So much that is not even alike in a pair of characters is about something else. */
const otherText = 12;

/**
 * Whether the words beside a link say that it is not about a claim with such a title: another place, day, thing or number,
 * its denial, or nothing that both have in common.
 */
export function speaksAgainst(wording: string, title: string): boolean {
  const [asked, known] = [compact(wording), compact(title)];
  if (asked === known) return false;
  if (asked.length >= otherText && sharedPairs(asked, known).count === 0) return true;
  return denies(asked, known) || isTemplate(wording, title) || conflict(factsOf(wording), factsOf(title));
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
