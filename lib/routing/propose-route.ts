import type { SeenOn } from "#lib/intake/schema";
import type { MemberSummary } from "#lib/members/queries";
import { divisionPath, lowestCommonDivision } from "#lib/reference/divisions";
import type { Topic } from "#lib/reference/topics";
import type { RouteReason } from "./reasons.ts";

/** What a route is computed from; nothing else has a say in it. */
export type RouteFacts = {
  wording: string;
  topic: Topic;
  subtopicId: string | null;
  places: readonly string[];
  seenOn: readonly SeenOn[];
  members: readonly MemberSummary[];
  /** Assignments that each member holds now. */
  load: ReadonlyMap<string, number>;
  /** Members with at least one account. */
  staffed: ReadonlySet<string>;
};

export type RouteProposal = {
  divisionCode: string;
  /** Null where nobody is left who could; the desk names somebody. */
  lead: MemberSummary | null;
  writer: MemberSummary | null;
  platforms: MemberSummary[];
  reasons: RouteReason[];
};

/** Forecasts of earthquakes are published by the provincial government or above (Law on Protecting Against Earthquakes, art. 29). */
const provincialOnly: readonly string[] = ["natural-disaster/earthquake"];

const platformOf: Partial<Record<SeenOn, string>> = {
  wechat: "plat-tencent",
  qq: "plat-tencent",
  weibo: "plat-sina",
  douyin: "plat-douyin",
  kuaishou: "plat-kuaishou",
};

/**
 * Who should verify and write, and why (product.md, routing): the lowest division that contains every place; there the
 * competent body or its local counterpart; local media write what is local, hinted outlets of the 5 the rest.
 */
export function proposeRoute(facts: RouteFacts): RouteProposal {
  const single = provincialOnly.includes(`${facts.topic.id}/${facts.subtopicId}`);
  const divisionCode = single ? "510000" : lowestCommonDivision(facts.places);
  const lead = chooseLead(facts, divisionCode);
  const writer = chooseWriter(facts, divisionCode);
  const platforms = choosePlatforms(facts);
  return {
    divisionCode,
    lead: lead.member,
    writer: writer.member,
    platforms,
    reasons: [
      { part: "level", code: single ? "single-source" : "lowest-common", facts: { division: divisionCode } },
      ...lead.reasons,
      ...writer.reasons,
      ...(platforms.length > 0
        ? [
            {
              part: "platforms",
              code: "seen-there",
              facts: { members: platforms.map(({ id }) => id).join(" ") },
            } as const,
          ]
        : []),
    ],
  };
}

type Choice = { member: MemberSummary | null; reasons: RouteReason[] };

function chooseLead(facts: RouteFacts, divisionCode: string): Choice {
  const { topic, subtopicId, members } = facts;
  const byId = new Map(members.map((member) => [member.id, member]));
  const subtopic = topic.subtopics.find(({ id }) => id === subtopicId);
  const local = divisionPath(divisionCode)
    .slice(0, -1)
    .flatMap((code) => localVerifiers(members, code));
  const competent = [
    ...(subtopic?.leadMemberIds ?? []),
    ...topic.leadMemberIds,
    ...topic.supportMemberIds,
  ].flatMap((id) => byId.get(id) ?? []);
  const candidates = [...new Set([...local, ...competent])];
  const member = candidates.find((candidate) => !isAbout(facts.wording, candidate)) ?? null;
  const passedOver = member ? candidates.slice(0, candidates.indexOf(member)) : candidates;
  const conflicts = passedOver.map(
    (other): RouteReason => ({ part: "conflict", code: "claim-about", facts: { member: other.id } }),
  );
  if (!member) return { member, reasons: conflicts };
  const code = local.includes(member) ? "local-counterpart" : subtopic ? "subtopic-lead" : "topic-lead";
  return {
    member,
    reasons: [
      { part: "lead", code, facts: { member: member.id, topic: topic.id, division: divisionCode } },
      ...conflicts,
    ],
  };
}

/** At a county its media centre verifies with the local agency, in a prefecture its cyberspace office. */
function localVerifiers(members: readonly MemberSummary[], divisionCode: string): MemberSummary[] {
  return members.filter(
    (member) =>
      member.divisionCode === divisionCode &&
      (member.kind === "city-cyberspace-office" ||
        (member.kind === "county-media-centre" && !divisionCode.endsWith("00"))),
  );
}

function chooseWriter(facts: RouteFacts, divisionCode: string): Choice {
  const { members, topic, load, staffed } = facts;
  const local = members.find(
    (member) =>
      member.divisionCode === divisionCode &&
      member.certainty !== "placeholder" &&
      (member.kind === "city-media" ||
        (member.kind === "county-media-centre" && !divisionCode.endsWith("00"))),
  );
  if (local)
    return { member: local, reasons: [{ part: "writer", code: "local-media", facts: { member: local.id } }] };
  const outlets = members.filter(
    ({ id, tier, kind }) => tier === "5" && (topic.outletHints.includes(id) || kind === "outlet"),
  );
  const rank = (member: MemberSummary) =>
    [
      staffed.has(member.id) ? 0 : 1,
      topic.outletHints.includes(member.id) ? 0 : 1,
      load.get(member.id) ?? 0,
    ] as const;
  const [member] = outlets.toSorted((a, b) => compare(rank(a), rank(b)));
  if (!member) return { member: null, reasons: [] };
  const code = topic.outletHints.includes(member.id) ? "hinted-outlet" : "outlet";
  return {
    member,
    reasons: [{ part: "writer", code, facts: { member: member.id, load: String(load.get(member.id) ?? 0) } }],
  };
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
};

function choosePlatforms({ seenOn, members }: RouteFacts): MemberSummary[] {
  const ids = new Set(seenOn.flatMap((place) => platformOf[place] ?? []));
  return members.filter(({ id }) => ids.has(id));
}

/** A member that the claim is about may answer, but never verifies alone. */
const isAbout = (wording: string, member: MemberSummary): boolean => wording.includes(member.zh);
