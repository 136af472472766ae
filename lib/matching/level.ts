import { conflict, denies, factsOf, isTemplate } from "./facts.ts";
import { quotes } from "./quote.ts";
import { thresholds } from "./score.ts";
import { bare, compact } from "./wording.ts";

/** `same` may answer by itself; `similar` is for a person to judge. */
export type Level = "same" | "similar";

/** Eight words, two han to a word: a shorter text is the same only when it is equal. */
const shortText = 16;

/** What may be said of an entry with such a title and chance; null when it is not worth showing. */
export function levelOf(
  wording: string,
  title: string,
  chance: number,
  worth = thresholds.similar,
): Level | null {
  const [asked, known] = [compact(wording), compact(title)];
  if (asked !== "" && asked === known) return "same";
  if (bare(wording) !== "" && bare(wording) === bare(title)) return "same";
  if (chance < worth) return null;
  if (asked.length < shortText) return "similar";
  const isQuoted = known.length >= shortText && quotes(asked, known);
  if (chance < thresholds.same && !isQuoted) return "similar";
  if (isTemplate(wording, title) || denies(asked, known)) return "similar";
  return conflict(factsOf(wording), factsOf(title)) ? "similar" : "same";
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
