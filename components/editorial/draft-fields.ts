import type { DraftContent } from "#lib/editorial/status";
import { countRows, type Typed } from "#lib/web/form";

/** The list of a draft whose rows come and go. */
export const POINTS = "content.points";

/** The text that stands in the form, sent or not. */
export function readContent(typed: Typed): DraftContent {
  const word = (name: string) => typed[`content.${name}`]?.[0] ?? "";
  return {
    title: word("title"),
    titleEn: word("titleEn"),
    verdict: (word("verdict") || "unproven") as DraftContent["verdict"],
    summary: word("summary"),
    claimed: word("claimed"),
    points: Array.from({ length: countRows(typed, POINTS) }, (_, at) => ({
      text: word(`points[${at}].text`),
      evidenceIds: [...(typed[`${POINTS}[${at}].evidenceIds`] ?? [])],
    })),
    advice: word("advice"),
    howWeKnow: word("howWeKnow"),
    organisation: word("organisation"),
    criticises: word("criticises") === "on",
    noPrivatePerson: word("noPrivatePerson") === "on",
  };
}
