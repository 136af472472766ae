import type { SeenOn } from "#lib/intake/schema";
import { dayOf, now } from "#lib/platform/clock";
import type { Topic } from "#lib/reference/topics";
import { nobodyAway } from "#lib/routing/away";
import { proposeRoute } from "#lib/routing/propose-route";
import type { Rule, RuleSet } from "#lib/routing/rules/schema";
import rules from "./data/rules.json" with { type: "json" };
import { memberRows } from "./members.ts";
import type { ClaimStory } from "./story.ts";
import { subtopicRows, topicRows } from "./topics.ts";

type Facts = Pick<ClaimStory, "wording" | "subtopicId" | "places"> & {
  topicId: string;
  seenOn?: readonly SeenOn[];
  staffed?: ReadonlySet<string>;
  load?: ReadonlyMap<string, number>;
};

/** As the directory lists them, which decides between equals. */
const members = memberRows.toSorted(
  (a, b) => compare(a.tier, b.tier) || compare(a.divisionCode, b.divisionCode) || compare(a.id, b.id),
);

/** The rules with which the product comes, as its migration stores them. */
export const firstRules: RuleSet = {
  id: "019ad000-0000-7000-8000-000000000001",
  number: 1,
  rules: (rules as Omit<Rule, "id" | "validFrom" | "validTo">[]).map((rule) => ({
    ...rule,
    id: `first ${rule.priority}`,
    validFrom: null,
    validTo: null,
  })),
};

/** The route that they propose for a claim. */
export function routeFor({ topicId, seenOn = [], staffed = new Set(), load = new Map(), ...facts }: Facts): {
  lead: string;
  writer: string;
} {
  const { lead, writer } = proposeRoute(
    {
      ...facts,
      topic: topicOf(topicId),
      seenOn,
      members,
      load,
      staffed,
      day: dayOf(now()),
      away: nobodyAway,
    },
    firstRules,
  );
  if (!lead || !writer) throw new Error(`nobody is competent for ${topicId}`);
  return { lead: lead.id, writer: writer.id };
}

/** A topic of the taxonomy with its subtopics. */
export function topicOf(id: string): Topic {
  const topic = topicRows.find((row) => row.id === id);
  if (!topic) throw new Error(`there is no topic ${id}`);
  return { ...topic, subtopics: subtopicRows.filter(({ topicId }) => topicId === id) };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
