import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { heldStates } from "#lib/access/holding";
import { loadClaim } from "#lib/claims/change-claim";
import type { SeenOn } from "#lib/intake/schema";
import { listNamedMembers } from "#lib/members/queries";
import { dayOf, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { findTopic } from "#lib/reference/topics";
import { isAway } from "./away.ts";
import { findAway } from "./find-away.ts";
import { proposeRoute, type RouteFacts, type RouteProposal } from "./propose-route.ts";
import { getActivatedRules, getActiveRules } from "./rules/queries.ts";

/** The route of a triaged claim as it would be confirmed now, with those of the chosen members that have no account or nobody there. */
export type RoutePreview = RouteProposal & {
  unstaffed: string[];
  /** Those of which everybody who could take the work is away. */
  away: string[];
  /** The version of the rules that it came from. */
  ruleSet: { id: string; number: number };
};

/** Computes the route of a claim from its topic, places and reports, by the active rules or those of a version; null before triage. */
export async function previewRoute(
  actor: Actor,
  claimId: string,
  ruleSetId?: string,
): Promise<RoutePreview | null> {
  assertCan(actor, "route.confirm");
  const claim = await loadClaim(db, claimId, {
    wording: true,
    topicId: true,
    subtopicId: true,
    places: { select: { divisionCode: true } },
  });
  const topic = claim.topicId ? await findTopic(claim.topicId) : null;
  if (!topic) return null;
  const [network, seenOn, { id, number, rules }] = await Promise.all([
    readNetwork(),
    seenOnOf(claimId),
    ruleSetId === undefined ? getActiveRules() : getActivatedRules(ruleSetId),
  ]);
  const { wording, subtopicId } = claim;
  const places = claim.places.map(({ divisionCode }) => divisionCode);
  const proposal = proposeRoute(
    { ...network, wording, topic, subtopicId, places, seenOn },
    { id, number, rules },
  );
  const chosen = new Set([proposal.lead, proposal.writer].flatMap((member) => member?.id ?? []));
  const unstaffed = [...chosen].filter((one) => !network.staffed.has(one));
  const away = (["lead", "writer"] as const).flatMap((part) => {
    const id = proposal[part]?.id;
    return id !== undefined && isAway(network.away, part, id) ? [id] : [];
  });
  return { ...proposal, unstaffed, away, ruleSet: { id, number } };
}

/** What routes are computed from that is no matter of one claim: who there is and who is away, who holds how much, and the day. */
export async function readNetwork(): Promise<
  Pick<RouteFacts, "members" | "load" | "staffed" | "day" | "away">
> {
  const [members, load, staffed, away] = await Promise.all([
    listNamedMembers(),
    db.assignment.groupBy({
      by: ["memberId"],
      where: { status: { in: [...heldStates] } },
      _count: true,
    }),
    db.membership.findMany({ distinct: ["memberId"], select: { memberId: true } }),
    findAway(now()),
  ]);
  return {
    members,
    load: new Map(load.map(({ memberId, _count }) => [memberId, _count])),
    staffed: new Set(staffed.map(({ memberId }) => memberId)),
    day: dayOf(now()),
    away,
  };
}

async function seenOnOf(claimId: string): Promise<SeenOn[]> {
  const places = await db.report.findMany({
    where: { claim: { claim: { sharedId: claimId } }, seenOn: { not: null } },
    distinct: ["seenOn"],
    select: { seenOn: true },
  });
  return places.flatMap(({ seenOn }) => seenOn ?? []);
}
