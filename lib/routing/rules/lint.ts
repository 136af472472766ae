import type { NamedMember } from "#lib/members/queries";
import type { MemberKind } from "#lib/members/vocabulary";
import { type DivisionLevel, divisionLevels, divisionPath, levelOf } from "#lib/reference/divisions";
import type { Directory } from "./directory.ts";
import type { Rule, RuleSet, RuleWhen, Target } from "./schema.ts";

/** What can be wrong with rules; none of it keeps anybody from activating them. */
export const lintCodes = [
  "unknown",
  "expired",
  "unreachable",
  "loop",
  "no-centre",
  "source-open",
  "no-accounts",
] as const;
export type LintCode = (typeof lintCodes)[number];

/** A finding: the priority of its rule, and the members, divisions or subtopics that it is about. */
export type Finding = {
  code: LintCode;
  priority: number | null;
  members?: string[];
  divisions?: string[];
  subtopics?: string[];
  /** Ids that nothing has. */
  ids?: string[];
};

type Facts = Directory & { staffed: ReadonlySet<string>; day: string };

/** What is wrong with a version of the rules, in the order of the codes. */
export function lintRules({ rules }: RuleSet, facts: Facts): Finding[] {
  const found = rules.flatMap((rule, at) => [
    ...unknownOf(rule, facts),
    ...(rule.validTo && rule.validTo < facts.day
      ? [{ code: "expired" as const, priority: rule.priority }]
      : []),
    ...unreachable(rule, rules.slice(0, at), facts),
    ...loops(rule),
    ...missing(rule, facts),
    ...unstaffed(rule, facts),
  ]);
  return [...found, ...openSources(rules, facts)].toSorted(
    (a, b) => lintCodes.indexOf(a.code) - lintCodes.indexOf(b.code),
  );
}

type Named = Pick<Rule, "when" | "gives">;

const targetsOf = ({ gives: { lead, writer, support, platforms } }: Named): Target[] =>
  [lead ?? [], writer ?? [], support ?? [], platforms ?? []].flat();

const membersIn = (targets: readonly Target[]): string[] =>
  targets.flatMap((target) => ("member" in target ? target.member : []));

/** What a rule names that is in no directory, and where it stands in the form. */
export function unknownIn(rule: Named, { members, topics, divisions }: Directory) {
  const { when, gives } = rule;
  const known = {
    members: new Set(members.map(({ id }) => id)),
    topics: new Set(topics.map(({ id }) => id)),
    subtopics: new Set(topics.flatMap(({ id, subtopics }) => subtopics.map((one) => `${id}/${one.id}`))),
    divisions: new Set(divisions.map(({ code }) => code)),
  };
  const wrong = (path: string, ids: readonly string[] | undefined, from: ReadonlySet<string>) =>
    (ids ?? []).filter((id) => !from.has(id)).map((id) => ({ path, id }));
  return [
    ...wrong("topics", when.topics, known.topics),
    ...wrong("subtopics", when.subtopics, known.subtopics),
    ...wrong("divisions", when.divisions, known.divisions),
    ...wrong("about", when.about, known.members),
    ...(["lead", "writer", "support", "platforms"] as const).flatMap((part) =>
      wrong(part, membersIn([gives[part] ?? []].flat()), known.members),
    ),
  ];
}

function unknownOf(rule: Rule, facts: Facts): Finding[] {
  const ids = unknownIn(rule, facts).map(({ id }) => id);
  return ids.length > 0 ? [{ code: "unknown", priority: rule.priority, ids }] : [];
}

/** A rule that no claim meets, or whose word comes always too late. */
function unreachable(rule: Rule, earlier: readonly Rule[], { day }: Facts): Finding[] {
  const standing = earlier.filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && !validTo);
  const over = standing.filter((one) => covers(one.when, rule.when));
  const isSaid =
    over.some((one) => says(one, rule)) || (isLeadAlone(rule) && over.some(({ gives }) => gives.only));
  const priority = rule.priority;
  return isSaid || contradicts(rule.when) ? [{ code: "unreachable", priority }] : [];
}

const isLeadAlone = ({ gives: { lead, only, level, ...others } }: Rule): boolean =>
  lead !== undefined && !only && !level && Object.keys(others).length === 0;

/** Whether one rule says all that the other says. */
function says(one: Rule, other: Rule): boolean {
  const said: Record<string, unknown> = one.gives;
  return Object.entries(other.gives).every(
    ([part, given]) => JSON.stringify(said[part]) === JSON.stringify(given),
  );
}

/** Whether every claim that meets one condition meets the other. */
function covers(wide: RuleWhen, narrow: RuleWhen): boolean {
  const topics = narrow.topics ?? narrow.subtopics?.map(topicOf);
  const within = (outer: readonly string[] | undefined, inner: readonly string[] | undefined) =>
    outer === undefined || (inner?.every((one) => outer.includes(one)) ?? false);
  return (
    within(wide.topics, topics) &&
    within(wide.subtopics, narrow.subtopics) &&
    within(wide.levels, narrow.levels) &&
    within(wide.seenOn, narrow.seenOn) &&
    within(wide.about, narrow.about) &&
    (wide.divisions === undefined ||
      (narrow.divisions?.every((code) =>
        divisionPath(code).some((above) => wide.divisions?.includes(above)),
      ) ??
        false))
  );
}

const topicOf = (subtopic: string): string => subtopic.split("/")[0] ?? "";

/** Whether what a rule asks for cannot come together. */
function contradicts({ topics, subtopics, levels, divisions }: RuleWhen): boolean {
  const isOfOthers = topics && subtopics?.every((subtopic) => !topics.includes(topicOf(subtopic)));
  const depth = (level: DivisionLevel) => divisionLevels.indexOf(level);
  // What lies in a division is of its level or below.
  const isAbove = levels?.every((level) => divisions?.every((code) => depth(level) < depth(levelOf(code))));
  return (isOfOthers ?? false) || (divisions !== undefined && (isAbove ?? false));
}

/** A rule that gives a claim to whom it is about, or the verifying to who writes: the guards pass over what it says. */
function loops(rule: Rule): Finding[] {
  const { lead, writer } = rule.gives;
  const about = membersIn(targetsOf(rule)).filter((id) => rule.when.about?.includes(id));
  const both = membersIn([lead ?? []].flat()).filter((id) => membersIn([writer ?? []].flat()).includes(id));
  const members = [...new Set([...about, ...both])];
  return members.length > 0 ? [{ code: "loop", priority: rule.priority, members }] : [];
}

const natural: Partial<Record<MemberKind, DivisionLevel>> = {
  "county-media-centre": "county",
  "city-media": "prefecture",
  "city-cyberspace-office": "prefecture",
};

const isReal = ({ certainty }: NamedMember): boolean => certainty !== "placeholder";

/** Divisions of which a rule speaks, and which have no member of the kind that it names. */
function missing(rule: Rule, { members, divisions }: Facts): Finding[] {
  const places = targetsOf(rule).flatMap((target) => {
    if (!("kind" in target)) return [];
    const level = target.at === "place" ? natural[target.kind] : target.at;
    if (!level || (rule.when.levels && target.at === "place" && !rule.when.levels.includes(level))) return [];
    const there = new Set(
      members
        .filter((one) => one.kind === target.kind && isReal(one))
        .map(({ divisionCode }) => divisionCode),
    );
    const within = rule.when.divisions;
    return divisions
      .filter((division) => division.level === level && !there.has(division.code))
      .filter(({ code }) => !within || within.some((outer) => divisionPath(code).includes(outer)))
      .map(({ code }) => code);
  });
  return places.length > 0
    ? [{ code: "no-centre", priority: rule.priority, divisions: [...new Set(places)] }]
    : [];
}

/** Whom a rule may send work to where nobody has an account. */
function unstaffed(rule: Rule, { members, topics, staffed }: Facts): Finding[] {
  const { lead, writer, support } = rule.gives;
  const asked = [lead ?? [], writer ?? [], support ?? []].flat();
  const own = topics.filter(
    ({ id }) =>
      (rule.when.topics?.includes(id) ?? true) &&
      (rule.when.subtopics?.some((subtopic) => topicOf(subtopic) === id) ?? true),
  );
  const firsts = new Set(
    own.flatMap(({ id, leadMemberIds, subtopics }) => [
      ...(rule.when.subtopics ? [] : leadMemberIds),
      ...subtopics
        .filter((one) => rule.when.subtopics?.includes(`${id}/${one.id}`) ?? true)
        .flatMap((one) => one.leadMemberIds),
    ]),
  );
  const within = rule.when.divisions;
  const isMeant = (member: NamedMember, target: Target): boolean => {
    if ("member" in target) return member.id === target.member;
    if ("topicLead" in target) return firsts.has(member.id);
    if ("hint" in target) return member.tier === "5" && member.kind === "outlet";
    return (
      member.kind === target.kind &&
      (!within || within.some((outer) => divisionPath(member.divisionCode).includes(outer)))
    );
  };
  const empty = members.filter(
    (member) => isReal(member) && !staffed.has(member.id) && asked.some((target) => isMeant(member, target)),
  );
  return empty.length > 0
    ? [{ code: "no-accounts", priority: rule.priority, members: empty.map(({ id }) => id) }]
    : [];
}

/** Subtopics of which by law one body alone speaks, and for which no rule says so. */
function openSources(rules: readonly Rule[], { topics, day }: Facts): Finding[] {
  const only = rules.filter(({ gives, validTo }) => gives.only && (validTo ?? day) >= day);
  const open = topics.flatMap(({ id, subtopics }) =>
    subtopics
      .filter(({ singleSourceLevel }) => singleSourceLevel !== null)
      .map((subtopic) => `${id}/${subtopic.id}`)
      .filter((one) => !only.some(({ when }) => covers(when, { topics: [id], subtopics: [one] }))),
  );
  return open.length > 0 ? [{ code: "source-open", priority: null, subtopics: open }] : [];
}
