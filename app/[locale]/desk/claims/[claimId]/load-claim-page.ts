import type { ClaimData } from "#components/claims/claim-data.ts";
import type { Actor } from "#lib/access/actor";
import { can, canEverywhere, membersFor } from "#lib/access/can";
import { listTimeline, type TimelineEvent } from "#lib/audit/queries";
import { getClaim, listClaimReports } from "#lib/claims/queries";
import { findRepeatedText } from "#lib/claims/reports/find-repeated-text";
import { listSuggestions } from "#lib/claims/reports/list-suggestions";
import type { QueueFilter } from "#lib/claims/schema";
import { listQueue } from "#lib/desk/list-queue";
import { listClaimDrafts } from "#lib/editorial/queries";
import { getInvestigation } from "#lib/investigation/queries";
import { listMembers, mapPeople } from "#lib/members/queries";
import { decodeCursor } from "#lib/platform/cursor";
import { listDivisions } from "#lib/reference/divisions";
import { listTopics } from "#lib/reference/topics";
import { previewRoute } from "#lib/routing/preview-route";
import { listClaimAssignments } from "#lib/routing/queries";
import { assignmentPermits, permitsOf } from "./permits.ts";
import { closingTexts, suggestTriage } from "./suggestions.ts";

/** Everything that the page of a claim shows to this actor. @throws AppError NOT_FOUND, FORBIDDEN */
export async function loadClaimPage(
  actor: Actor,
  claimId: string,
  filter: QueueFilter | null,
): Promise<ClaimData> {
  const claim = await getClaim(actor, claimId);
  const [reports, events, assignments, investigation, drafts, topics, divisions, members, queue] =
    await Promise.all([
      listClaimReports(actor, claim.id),
      listTimeline(claim.id),
      listClaimAssignments(actor, claim.id),
      getInvestigation(actor, claim.id),
      listClaimDrafts(actor, claim.id),
      listTopics(),
      listDivisions(),
      listMembers(),
      queueAround(actor, filter),
    ]);
  const permits = permitsOf(actor, claim, assignments, drafts);
  const timeline = events.filter((event) => mayRead(actor, event));
  const [similar, route, texts, repeated, people] = await Promise.all([
    permits.merge || permits.close ? listSuggestions(actor, claim.id) : [],
    permits.route ? previewRoute(actor, claim.id) : null,
    permits.close ? closingTexts(reports) : null,
    findRepeatedText(actor, claim.id),
    mapPeople(timeline.flatMap(({ actorUserId }) => actorUserId ?? [])),
  ]);
  return {
    claim,
    reports,
    repeated,
    timeline,
    assignments: assignments.map((row) => ({ ...row, permits: assignmentPermits(actor, row) })),
    drafts,
    ...investigation,
    evidence: investigation.evidence.map((row) => ({
      ...row,
      isWithdrawable:
        row.withdrawnAt === null && can(actor, "evidence.withdraw", { memberIds: [row.memberId] }),
    })),
    queue,
    filter,
    topics: topics.map(({ id, zh, en, defaultUrgency, subtopics }) => ({
      id,
      zh,
      en,
      defaultUrgency,
      subtopics,
    })),
    divisions,
    members: members.map(({ id, zh, en, kind }) => ({ id, zh, en, kind })),
    people,
    similar,
    route,
    closingTexts: texts,
    suggestion: suggestTriage(claim, reports, topics, divisions),
    permits,
  };
}

/** The page of the queue that the claim was opened from; nothing for members and for a stale address. */
async function queueAround(actor: Actor, filter: QueueFilter | null) {
  if (!filter || !can(actor, "queue.read")) return null;
  if (filter.cursor && !decodeCursor(filter.cursor)) return null;
  return (await listQueue(actor, filter)).items;
}

/** A member sees the way of the claim and its own work, not whom else was asked or why a contact was read. */
function mayRead(actor: Actor, { type, data }: TimelineEvent): boolean {
  if (canEverywhere(actor, "claim.read")) return true;
  if (type === "contact.read" || type === "contact.deleted") return false;
  if (!type.startsWith("assignment.")) return true;
  return membersFor(actor, "claim.read").some((id) => id === data.member || id === data.to);
}
