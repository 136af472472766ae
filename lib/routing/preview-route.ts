import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { heldStates } from "#lib/access/holding";
import { loadClaim } from "#lib/claims/change-claim";
import type { SeenOn } from "#lib/intake/schema";
import { listNamedMembers } from "#lib/members/queries";
import { db } from "#lib/platform/db";
import { findTopic } from "#lib/reference/topics";
import { proposeRoute, type RouteProposal } from "./propose-route.ts";

/** The route of a triaged claim as it would be confirmed now, with those of the chosen members that have no account. */
export type RoutePreview = RouteProposal & { unstaffed: string[] };

/** Computes the route of a claim from its topic, places and reports; null before triage. */
export async function previewRoute(actor: Actor, claimId: string): Promise<RoutePreview | null> {
  assertCan(actor, "route.confirm");
  const claim = await loadClaim(db, claimId, {
    wording: true,
    topicId: true,
    subtopicId: true,
    places: { select: { divisionCode: true } },
  });
  const topic = claim.topicId ? await findTopic(claim.topicId) : null;
  if (!topic) return null;
  const [members, load, staffed, seenOn] = await Promise.all([
    listNamedMembers(),
    db.assignment.groupBy({
      by: ["memberId"],
      where: { status: { in: [...heldStates] } },
      _count: true,
    }),
    db.membership.findMany({ distinct: ["memberId"], select: { memberId: true } }),
    seenOnOf(claimId),
  ]);
  const staffedIds = new Set(staffed.map(({ memberId }) => memberId));
  const proposal = proposeRoute({
    wording: claim.wording,
    topic,
    subtopicId: claim.subtopicId,
    places: claim.places.map(({ divisionCode }) => divisionCode),
    seenOn,
    members,
    load: new Map(load.map(({ memberId, _count }) => [memberId, _count])),
    staffed: staffedIds,
  });
  const chosen = new Set([proposal.lead, proposal.writer].flatMap((member) => member?.id ?? []));
  return { ...proposal, unstaffed: [...chosen].filter((id) => !staffedIds.has(id)) };
}

async function seenOnOf(claimId: string): Promise<SeenOn[]> {
  const places = await db.report.findMany({
    where: { claim: { claim: { sharedId: claimId } }, seenOn: { not: null } },
    distinct: ["seenOn"],
    select: { seenOn: true },
  });
  return places.flatMap(({ seenOn }) => seenOn ?? []);
}
