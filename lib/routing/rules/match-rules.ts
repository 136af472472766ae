import type { SeenOn } from "#lib/intake/schema";
import { divisionPath, levelOf } from "#lib/reference/divisions";
import type { Rule } from "./schema.ts";

/** What rules ask of a claim. */
export type MatchedFacts = {
  topicId: string;
  subtopicId: string | null;
  divisionCode: string;
  seenOn: readonly SeenOn[];
  about: ReadonlySet<string>;
};

/** Whether a rule speaks of such a claim. */
export function speaksOf({ when }: Pick<Rule, "when">, facts: MatchedFacts): boolean {
  const { topics, subtopics, levels, divisions, seenOn, about } = when;
  const path = divisionPath(facts.divisionCode);
  return (
    (topics?.includes(facts.topicId) ?? true) &&
    (subtopics?.includes(`${facts.topicId}/${facts.subtopicId}`) ?? true) &&
    (levels?.includes(levelOf(facts.divisionCode)) ?? true) &&
    (divisions?.some((code) => path.includes(code)) ?? true) &&
    (seenOn?.some((place) => facts.seenOn.includes(place)) ?? true) &&
    (about?.some((id) => facts.about.has(id)) ?? true)
  );
}

/** Whether a rule holds on a day. */
export const holdsOn = ({ validFrom, validTo }: Pick<Rule, "validFrom" | "validTo">, day: string): boolean =>
  (validFrom ?? day) <= day && day <= (validTo ?? day);
