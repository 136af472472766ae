import type { Actor } from "#lib/access/actor";
import type { Permission } from "#lib/access/permissions";
import { changeUrgency } from "#lib/claims/change-urgency";
import { closeClaim } from "#lib/claims/close-claim";
import { listTopicVotes } from "#lib/claims/list-topic-votes";
import { mergeClaim } from "#lib/claims/merge-claim";
import { getClaim, listClaimReports } from "#lib/claims/queries";
import { readClaim } from "#lib/claims/read-claim";
import { releaseClaim } from "#lib/claims/reports/release-claim";
import { suggestTriage } from "#lib/claims/suggest-triage";
import { triageClaim } from "#lib/claims/triage-claim";
import { isWorkedOn } from "#lib/claims/work/begun";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { moreUrgent } from "#lib/reference/urgency";
import { confirmRoute } from "./confirm-route.ts";
import type { BatchKind, DecideMany } from "./schema.ts";

/** What a decision about many needs; each claim's own use case asks again. */
export const permissionFor = {
  accept: "claim.triage",
  route: "route.confirm",
  close: "claim.close",
  merge: "claim.merge",
  release: "claim.release",
  urgency: "claim.revise",
} as const satisfies Record<BatchKind, Permission>;

type Seen = DecideMany["claims"][number];
type Decided = { ok: true } | { ok: false; reason: string };

/** Decides about one claim of many what was chosen for all, by the use case that there is for one. */
export async function decideOne(actor: Actor, seen: Seen, input: DecideMany): Promise<Decided> {
  const { decision, closing, channel, answeredBy, note = "", intoNumber, reason = "", urgency } = input;
  switch (decision) {
    case "accept":
      return acceptAsSuggested(actor, seen);
    case "route":
      return confirmRoute(actor, seen);
    case "release":
      return releaseClaim(actor, seen);
    case "close":
      if (!closing) throw new AppError("VALIDATION");
      if (await isUnderWork(seen.claimId)) return { ok: false, reason: "WORK_BEGUN" };
      return closeClaim(actor, { ...seen, closing, channel, answeredBy, note });
    case "merge":
      if (!intoNumber) throw new AppError("VALIDATION");
      if (await isUnderWork(seen.claimId)) return { ok: false, reason: "WORK_BEGUN" };
      return mergeClaim(actor, { ...seen, intoNumber, reason });
    case "urgency":
      if (!urgency) throw new AppError("VALIDATION");
      return changeUrgency(actor, { ...seen, urgency });
  }
}

/** Whether members have begun: an end would take their work from them. People decide that one by one. */
async function isUnderWork(claimId: string): Promise<boolean> {
  const [work, found] = await Promise.all([
    db.assignment.findMany({ where: { claimId }, select: { status: true } }),
    db.evidence.findMany({ where: { claimId }, select: { withdrawnAt: true } }),
  ]);
  return isWorkedOn(work, found);
}

/** Accepts a claim with what its page would suggest; without anything that speaks for a topic, or that strangers may read, it is left to a person. */
async function acceptAsSuggested(actor: Actor, { claimId, version }: Seen): Promise<Decided> {
  const readable = await readClaim(actor, claimId);
  const [claim, reports, topics, divisions] = await Promise.all([
    getClaim(readable),
    listClaimReports(readable),
    listTopics(),
    listDivisions(),
  ]);
  if (claim.version !== version) return { ok: false, reason: "CLAIM_CHANGED" };
  const votes = await listTopicVotes(claim.wording, claimId);
  const { wording, topicId, places, urgency } = suggestTriage(claim, reports, topics, divisions, votes);
  const topic = topics.find(({ id }) => id === topicId);
  if (!topic) return { ok: false, reason: "NO_TOPIC" };
  if (wording === "") return { ok: false, reason: "NO_WORDING" };
  const usual = topic.defaultUrgency;
  return triageClaim(actor, {
    claimId,
    version,
    wording,
    topicId: topic.id,
    ...(claim.subtopicId && { subtopicId: claim.subtopicId }),
    places: places.map(({ code }) => code),
    urgency: urgency ? moreUrgent(usual, urgency.urgency) : usual,
  });
}
