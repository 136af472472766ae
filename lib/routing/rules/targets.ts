import { type MemberKind, memberKinds } from "#lib/members/vocabulary";
import type { Target } from "./schema.ts";
import { targetPlaces } from "./vocabulary.ts";

/** A target as one choice of a list: `topic-lead`, `outlets`, `member:…` or `kind:…@place`. */
export function targetText(target: Target): string {
  if ("member" in target) return `member:${target.member}`;
  if ("kind" in target) return `kind:${target.kind}@${target.at}`;
  return "topicLead" in target ? "topic-lead" : "outlets";
}

/** The target that such a choice means, or null. */
export function targetOf(text: string): Target | null {
  if (text === "topic-lead") return { topicLead: true };
  if (text === "outlets") return { hint: "outlets" };
  if (text.startsWith("member:")) return { member: text.slice("member:".length) };
  const [kind, at] = text.replace("kind:", "").split("@");
  const [foundKind, foundAt] = [
    memberKinds.find((one) => one === kind),
    targetPlaces.find((one) => one === at),
  ];
  return foundKind && foundAt ? { kind: foundKind, at: foundAt } : null;
}

/** Kinds of members that there are at every place, and where a rule may look for them. */
export const localTargets: readonly { kind: MemberKind; at: (typeof targetPlaces)[number] }[] = [
  { kind: "county-media-centre", at: "place" },
  { kind: "city-media", at: "prefecture" },
  { kind: "city-cyberspace-office", at: "prefecture" },
];
