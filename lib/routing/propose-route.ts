import type { SeenOn } from "#lib/intake/schema";
import type { NamedMember } from "#lib/members/queries";
import { lowestCommonDivision, raisedTo } from "#lib/reference/divisions";
import { type Away, isAway } from "./away.ts";
import { concernedIn } from "./concerned.ts";
import { type RoutePart, refusedFor } from "./guards.ts";
import type { NextCode, RouteReason } from "./reasons.ts";
import { holdsOn, speaksOf } from "./rules/match-rules.ts";
import { resolveTarget, type TargetFacts } from "./rules/resolve-target.ts";
import type { Rule, RuleSet, Target } from "./rules/schema.ts";

/** What a route is computed from besides the rules; nothing else has a say in it. */
export type RouteFacts = Omit<TargetFacts, "divisionCode"> & {
  wording: string;
  places: readonly string[];
  seenOn: readonly SeenOn[];
  /** The calendar day on which rules have to hold. */
  day: string;
  /** Members of which nobody is there now. */
  away: Away;
};

export type RouteProposal = {
  divisionCode: string;
  /** Null where nobody is left who could: the claim stays with the platform desk, which names somebody. */
  lead: NamedMember | null;
  writer: NamedMember | null;
  support: NamedMember[];
  platforms: NamedMember[];
  /** Whom the claim is about. */
  about: string[];
  reasons: RouteReason[];
};

/** So many who come after the chosen one are named. */
const NEXT = 3;

/**
 * Who should verify and write, and why, by a version of the rules: at the lowest division that contains every place, or the
 * higher one that a rule asks for, the first whom a rule names, whom nothing forbids (guards.ts) and where somebody is. Where
 * the rules leave nobody, the platform's own people verify; a claim about them stays at the desk.
 */
export function proposeRoute(facts: RouteFacts, ruleSet: RuleSet): RouteProposal {
  const lowest = lowestCommonDivision(facts.places);
  const about = concernedIn(facts.wording, facts.members);
  const rulesAt = (divisionCode: string) =>
    ruleSet.rules.filter((rule) =>
      speaksOf(rule, { ...facts, topicId: facts.topic.id, divisionCode, about }),
    );
  const inForce = rulesAt(lowest).filter((rule) => holdsOn(rule, facts.day));
  const raising = inForce.find(({ gives }) => gives.level);
  const source = inForce.find(({ gives }) => gives.only) ?? null;
  const divisionCode = raising?.gives.level ? raisedTo(raising.gives.level, lowest) : lowest;
  const at = { ...facts, divisionCode, rules: rulesAt(divisionCode), about };
  const writer = choose(at, "writer", candidatesFor(at, "writer"), {});
  const verifiers = source ? candidatesFor({ ...at, rules: [source] }, "lead") : candidatesFor(at, "lead");
  const lead = orDesk(at, choose(at, "lead", verifiers, { writerId: writer.member?.id }), writer.member?.id);
  const taken = { leadId: lead.member?.id, writerId: writer.member?.id };
  const support = takeAll(at, "support", taken);
  const platforms = takeAll(at, "platforms", {});
  return {
    divisionCode,
    lead: lead.member,
    writer: writer.member,
    support: support.chosen,
    platforms: platforms.chosen,
    about: [...about],
    reasons: [
      {
        part: "level",
        code: divisionCode === lowest ? "lowest-common" : "single-source",
        facts: { division: divisionCode, ...(divisionCode !== lowest && ruleOf(raising)) },
      },
      ...[lead, writer, support, platforms].flatMap(({ reasons }) => reasons),
    ],
  };
}

type At = RouteFacts & { divisionCode: string; rules: readonly Rule[]; about: ReadonlySet<string> };

/** Somebody whom a rule names. */
type Candidate = { member: NamedMember; rule: Rule; target: Target };

function candidatesFor(at: At, part: RoutePart): Candidate[] {
  const named = at.rules.flatMap((rule) =>
    [rule.gives[part] ?? []]
      .flat()
      .flatMap((target) => resolveTarget(target, at).map((member) => ({ member, rule, target }))),
  );
  // By whichever rule somebody comes first, of those that hold today.
  const order = [...named.filter(({ rule }) => holdsOn(rule, at.day)), ...named];
  const first = new Map(order.toReversed().map((one) => [one.member.id, one]));
  return named.filter((one) => first.get(one.member.id) === one);
}

type Choice = { member: NamedMember | null; reasons: RouteReason[] };
type Taken = { leadId?: string | undefined; writerId?: string | undefined };

function choose(at: At, part: "lead" | "writer", candidates: readonly Candidate[], taken: Taken): Choice {
  const against = ({ member, rule }: Candidate) =>
    refusedFor(part, member.id, { ...taken, about: at.about }) ??
    (holdsOn(rule, at.day) ? null : ("not-valid" as const)) ??
    (isAway(at.away, part, member.id) ? ("leave" as const) : null);
  const chosen = candidates.find((one) => against(one) === null);
  const place = chosen ? candidates.indexOf(chosen) : candidates.length;
  const before = candidates.slice(0, place);
  const after = candidates.slice(place + 1, place + 1 + NEXT);
  return {
    member: chosen?.member ?? null,
    reasons: [
      ...(chosen ? [reasonFor(at, part, chosen)] : []),
      ...before.map((one) => passedOver(part, one, against(one) ?? "lower-priority")),
      ...after.map((one) => passedOver(part, one, against(one) ?? behind(at, one, chosen))),
    ],
  };
}

const ruleOf = (rule: Rule | undefined): Record<string, string> =>
  rule ? { rule: String(rule.priority) } : {};

function reasonFor(at: At, part: "lead" | "writer", { member, rule, target }: Candidate): RouteReason {
  const facts = {
    member: member.id,
    ...(part === "lead"
      ? { topic: at.topic.id, division: at.divisionCode }
      : { load: String(at.load.get(member.id) ?? 0) }),
    ...ruleOf(rule),
  };
  return { part, code: part === "lead" ? leadCode(at, rule, target) : writerCode(at, member, target), facts };
}

function leadCode({ topic, subtopicId }: At, { gives }: Rule, target: Target): string {
  if (gives.only) return "single-source";
  if ("kind" in target) return "local-counterpart";
  if (!("topicLead" in target)) return "named";
  return topic.subtopics.some(({ id }) => id === subtopicId) ? "subtopic-lead" : "topic-lead";
}

function writerCode({ topic }: At, { id }: NamedMember, target: Target): string {
  if ("kind" in target) return "local-media";
  if (!("hint" in target)) return "named";
  return topic.outletHints.includes(id) ? "hinted-outlet" : "outlet";
}

function passedOver(part: RoutePart, { member, rule }: Candidate, code: string): RouteReason {
  const isConflict = code === "claim-about" || code === "writes-itself";
  return {
    part: isConflict ? "conflict" : "next",
    code,
    facts: { as: part, member: member.id, ...ruleOf(rule) },
  };
}

/** Why somebody comes after the chosen one: outlets of one rule by their people and their work, others by their place. */
function behind({ staffed, load }: At, { member, rule, target }: Candidate, chosen?: Candidate): NextCode {
  if (!chosen || rule !== chosen.rule || !("hint" in target)) return "lower-priority";
  if (staffed.has(chosen.member.id) && !staffed.has(member.id)) return "no-accounts";
  return (load.get(member.id) ?? 0) > (load.get(chosen.member.id) ?? 0) ? "load" : "lower-priority";
}

/** There is always somewhere to go: whom the rules leave without a verifier, the platform's own people verify. */
function orDesk(at: At, choice: Choice, writerId: string | undefined): Choice {
  if (choice.member) return choice;
  const desk = at.members.find(({ tier, parentId }) => tier === "1" && parentId === null);
  const isFree = desk && refusedFor("lead", desk.id, { about: at.about, writerId }) === null;
  const reason: RouteReason = isFree
    ? { part: "lead", code: "platform-desk", facts: { member: desk.id } }
    : { part: "lead", code: "at-desk", facts: {} };
  return { member: isFree ? desk : null, reasons: [reason, ...choice.reasons] };
}

/** All whom rules name that hold, and nothing forbids. */
function takeAll(at: At, part: "support" | "platforms", taken: Taken) {
  const named = candidatesFor(at, part).filter(({ rule }) => holdsOn(rule, at.day));
  const isTaken = ({ id }: NamedMember) => id === taken.leadId || id === taken.writerId;
  const asked = named.filter(({ member }) => !isTaken(member));
  const against = ({ member: { id } }: Candidate) =>
    refusedFor(part, id, { about: at.about }) ?? (isAway(at.away, part, id) ? ("leave" as const) : null);
  const refused = asked.filter((one) => against(one) !== null);
  const ids = new Set(asked.filter((one) => !refused.includes(one)).map(({ member }) => member.id));
  // In the order of the directory.
  const chosen = at.members.filter(({ id }) => ids.has(id));
  const facts = { members: chosen.map(({ id }) => id).join(" ") };
  const code = part === "support" ? "named" : "seen-there";
  const reasons: RouteReason[] = [
    ...(chosen.length > 0 ? [{ part, code, facts }] : []),
    ...refused.map((one) => passedOver(part, one, against(one) ?? "lower-priority")),
  ];
  return { chosen, reasons };
}
