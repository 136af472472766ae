import type { SeenOn } from "#lib/intake/schema";
import type { NamedMember } from "#lib/members/queries";
import { divisionPath, lowestCommonDivision, raisedTo } from "#lib/reference/divisions";
import type { Topic } from "#lib/reference/topics";
import { concernedIn } from "./concerned.ts";
import type { RouteReason } from "./reasons.ts";

/** What a route is computed from; nothing else has a say in it. */
export type RouteFacts = {
  wording: string;
  topic: Topic;
  subtopicId: string | null;
  places: readonly string[];
  seenOn: readonly SeenOn[];
  members: readonly NamedMember[];
  /** Assignments that each member holds now. */
  load: ReadonlyMap<string, number>;
  /** Members with at least one account. */
  staffed: ReadonlySet<string>;
};

export type RouteProposal = {
  divisionCode: string;
  /** Null where nobody is left who could; the desk names somebody. */
  lead: NamedMember | null;
  writer: NamedMember | null;
  platforms: NamedMember[];
  reasons: RouteReason[];
};

const platformOf: Partial<Record<SeenOn, string>> = {
  wechat: "plat-tencent",
  qq: "plat-tencent",
  weibo: "plat-sina",
  douyin: "plat-douyin",
  kuaishou: "plat-kuaishou",
};

/**
 * Who should verify and write, and why (product.md, routing): the lowest division that contains every place; there local
 * media write what is local, hinted outlets of the 5 the rest; the local counterpart of the competent body verifies, or where
 * the law knows one source, that body itself. Whom the claim is about does neither, and who writes does not verify.
 */
export function proposeRoute(facts: RouteFacts): RouteProposal {
  const source = facts.topic.subtopics.find(({ id }) => id === facts.subtopicId)?.singleSourceLevel ?? null;
  const lowest = lowestCommonDivision(facts.places);
  const divisionCode = source ? raisedTo(source, lowest) : lowest;
  const concerned = concernedIn(facts.wording, facts.members);
  const writer = chooseWriter(facts, divisionCode, concerned);
  const lead = chooseLead(facts, {
    divisionCode,
    concerned,
    writer: writer.member,
    hasSource: source !== null,
  });
  const platforms = choosePlatforms(facts, concerned);
  const passedOver = [...new Set([...lead.passedOver, ...writer.passedOver, ...platforms.passedOver])];
  return {
    divisionCode,
    lead: lead.member,
    writer: writer.member,
    platforms: platforms.chosen,
    reasons: [
      {
        part: "level",
        code: divisionCode === lowest ? "lowest-common" : "single-source",
        facts: { division: divisionCode },
      },
      ...lead.reasons,
      ...passedOver.map(({ id }) => ({
        part: "conflict" as const,
        code: concerned.has(id) ? "claim-about" : "writes-itself",
        facts: { member: id },
      })),
      ...writer.reasons,
      ...platforms.reasons,
    ],
  };
}

type Choice = {
  member: NamedMember | null;
  reasons: RouteReason[];
  /** Who would have come before, but may not. */
  passedOver: readonly NamedMember[];
};

type LeadFacts = {
  divisionCode: string;
  concerned: ReadonlySet<string>;
  writer: NamedMember | null;
  hasSource: boolean;
};

function chooseLead(facts: RouteFacts, { divisionCode, concerned, writer, hasSource }: LeadFacts): Choice {
  const { topic, subtopicId, members } = facts;
  const byId = new Map(members.map((member) => [member.id, member]));
  const subtopic = topic.subtopics.find(({ id }) => id === subtopicId);
  const levels = hasSource ? [] : divisionPath(divisionCode).slice(0, -1);
  const local = levels.flatMap((code) => localVerifiers(members, code));
  const competent = [
    ...(subtopic?.leadMemberIds ?? []),
    ...topic.leadMemberIds,
    ...topic.supportMemberIds,
  ].flatMap((id) => byId.get(id) ?? []);
  const candidates = [...new Set([...local, ...competent])];
  const member = candidates.find((one) => !concerned.has(one.id) && one !== writer) ?? null;
  const passedOver = member ? candidates.slice(0, candidates.indexOf(member)) : candidates;
  if (!member) return { member, reasons: [], passedOver };
  const code = leadCode({ isLocal: local.includes(member), hasSource, hasSubtopic: subtopic !== undefined });
  const reason = { member: member.id, topic: topic.id, division: divisionCode };
  return { member, reasons: [{ part: "lead", code, facts: reason }], passedOver };
}

function leadCode(why: { isLocal: boolean; hasSource: boolean; hasSubtopic: boolean }): string {
  if (why.isLocal) return "local-counterpart";
  if (why.hasSource) return "single-source";
  return why.hasSubtopic ? "subtopic-lead" : "topic-lead";
}

/** At a county its media centre verifies with the local agency, in a prefecture its cyberspace office. */
function localVerifiers(members: readonly NamedMember[], divisionCode: string): NamedMember[] {
  return members.filter(
    (member) =>
      member.divisionCode === divisionCode &&
      (member.kind === "city-cyberspace-office" ||
        (member.kind === "county-media-centre" && !divisionCode.endsWith("00"))),
  );
}

/** Media of the county, or else of its prefecture; what is of neither belongs to the 5. */
function localMedia(members: readonly NamedMember[], divisionCode: string): NamedMember[] {
  return divisionPath(divisionCode).flatMap((code) =>
    members.filter(
      (member) =>
        member.divisionCode === code &&
        member.certainty !== "placeholder" &&
        (member.kind === "city-media" || (member.kind === "county-media-centre" && !code.endsWith("00"))),
    ),
  );
}

function chooseWriter(facts: RouteFacts, divisionCode: string, concerned: ReadonlySet<string>): Choice {
  const { members, topic, load, staffed } = facts;
  const near = localMedia(members, divisionCode);
  const local = near.find(({ id }) => !concerned.has(id));
  if (local) {
    const reasons: RouteReason[] = [{ part: "writer", code: "local-media", facts: { member: local.id } }];
    return { member: local, reasons, passedOver: near.slice(0, near.indexOf(local)) };
  }
  const outlets = members.filter(
    ({ id, tier, kind }) => tier === "5" && (topic.outletHints.includes(id) || kind === "outlet"),
  );
  const place = ({ id }: NamedMember) =>
    topic.outletHints.includes(id) ? topic.outletHints.indexOf(id) : topic.outletHints.length;
  const rank = (member: NamedMember) =>
    [
      staffed.has(member.id) ? 0 : 1,
      topic.outletHints.includes(member.id) ? 0 : 1,
      load.get(member.id) ?? 0,
      place(member),
    ] as const;
  const ranked = outlets.toSorted((a, b) => compare(rank(a), rank(b)));
  const member = ranked.find(({ id }) => !concerned.has(id)) ?? null;
  const passedOver = [...near, ...(member ? ranked.slice(0, ranked.indexOf(member)) : [])];
  if (!member) return { member, reasons: [], passedOver };
  const code = topic.outletHints.includes(member.id) ? "hinted-outlet" : "outlet";
  const reason = { member: member.id, load: String(load.get(member.id) ?? 0) };
  return { member, reasons: [{ part: "writer", code, facts: reason }], passedOver };
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
};

function choosePlatforms({ seenOn, members }: RouteFacts, concerned: ReadonlySet<string>) {
  const ids = new Set(seenOn.flatMap((place) => platformOf[place] ?? []));
  const seen = members.filter(({ id }) => ids.has(id));
  const chosen = seen.filter(({ id }) => !concerned.has(id));
  const facts = { members: chosen.map(({ id }) => id).join(" ") };
  const reasons: RouteReason[] = chosen.length > 0 ? [{ part: "platforms", code: "seen-there", facts }] : [];
  return { chosen, reasons, passedOver: seen.filter(({ id }) => concerned.has(id)) };
}
