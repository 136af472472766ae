import type { NamedMember } from "#lib/members/queries";
import { divisionPath, levelOf } from "#lib/reference/divisions";
import type { Topic } from "#lib/reference/topics";
import type { Target } from "./schema.ts";

/** What names of a rule mean members by. */
export type TargetFacts = {
  topic: Topic;
  subtopicId: string | null;
  divisionCode: string;
  members: readonly NamedMember[];
  /** Assignments that each member holds now. */
  load: ReadonlyMap<string, number>;
  /** Members with at least one account. */
  staffed: ReadonlySet<string>;
};

/** The members that a target means for a claim, the first choice first. */
export function resolveTarget(target: Target, facts: TargetFacts): NamedMember[] {
  if ("member" in target) return facts.members.filter(({ id }) => id === target.member);
  if ("kind" in target) return ofKind(target, facts);
  return "topicLead" in target ? competent(facts) : outlets(facts);
}

/** A placeholder of the directory stands for nobody yet. */
function ofKind({ kind, at }: Extract<Target, { kind: string }>, { members, divisionCode }: TargetFacts) {
  const code =
    at === "place" ? divisionCode : divisionPath(divisionCode).find((above) => levelOf(above) === at);
  return members.filter(
    (member) => member.kind === kind && member.divisionCode === code && member.certainty !== "placeholder",
  );
}

/** The bodies of the subtopic, then those of the topic, then those that support them. */
function competent({ topic, subtopicId, members }: TargetFacts): NamedMember[] {
  const byId = new Map(members.map((member) => [member.id, member]));
  const subtopic = topic.subtopics.find(({ id }) => id === subtopicId);
  const ids = [...(subtopic?.leadMemberIds ?? []), ...topic.leadMemberIds, ...topic.supportMemberIds];
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

/** The outlets of the 5: with people, who know the topic, with the least work, in the order of the topic. */
function outlets({ topic: { outletHints }, members, load, staffed }: TargetFacts): NamedMember[] {
  const rank = ({ id }: NamedMember) =>
    [
      staffed.has(id) ? 0 : 1,
      outletHints.includes(id) ? 0 : 1,
      load.get(id) ?? 0,
      outletHints.includes(id) ? outletHints.indexOf(id) : outletHints.length,
    ] as const;
  return members
    .filter(({ id, tier, kind }) => tier === "5" && (outletHints.includes(id) || kind === "outlet"))
    .toSorted((a, b) => compare(rank(a), rank(b)));
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
};
