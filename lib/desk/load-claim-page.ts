import type { Actor } from "#lib/access/actor";
import { can } from "#lib/access/can";
import { isUndoTime, latestDecision } from "#lib/claims/latest-decision";
import { listTopicVotes } from "#lib/claims/list-topic-votes";
import { getClaim, listClaimReports } from "#lib/claims/queries";
import { readClaim } from "#lib/claims/read-claim";
import { findRepeatedText } from "#lib/claims/reports/find-repeated-text";
import { listSuggestions } from "#lib/claims/reports/list-suggestions";
import type { QueueFilter } from "#lib/claims/schema";
import { suggestTriage } from "#lib/claims/suggest-triage";
import { listClaimDrafts } from "#lib/editorial/queries";
import { type EvidenceView, getInvestigation } from "#lib/investigation/queries";
import { listMemberChoices, mapPeople } from "#lib/members/queries";
import { now } from "#lib/platform/clock";
import { listDivisions } from "#lib/reference/divisions";
import { spellAll, spellingOf } from "#lib/reference/spelling";
import { listTopics, type Topic } from "#lib/reference/topics";
import { foretellClaim } from "#lib/routing/foretell";
import { previewRoute } from "#lib/routing/preview-route";
import { listClaimAssignments } from "#lib/routing/queries";
import { privateSpans } from "#lib/wording/private-spans";
import { closingChoices } from "./closing-choices.ts";
import { holdWork } from "./hold-work.ts";
import { listQueue } from "./list-queue.ts";
import { listTimeline, type TimelineEvent } from "./list-timeline.ts";
import { permitsOf } from "./permits.ts";

export type EvidenceRow = EvidenceView & { isWithdrawable: boolean; mayAttach: boolean };
export type ClaimData = Awaited<ReturnType<typeof loadClaimPage>>;

/** Everything that the page of a claim shows to this actor. @throws AppError NOT_FOUND, FORBIDDEN */
export async function loadClaimPage(actor: Actor, claimId: string, filter: QueueFilter | null) {
  const readable = await readClaim(actor, claimId);
  const [claim, reports, timeline, assignments, investigation, drafts, topics, divisions, members, queue] =
    await Promise.all([
      getClaim(readable),
      listClaimReports(readable),
      listTimeline(readable),
      listClaimAssignments(readable),
      getInvestigation(readable),
      listClaimDrafts(readable),
      listTopics(),
      listDivisions(),
      listMemberChoices(),
      queueAround(actor, filter),
    ]);
  const permits = permitsOf(actor, claim, assignments, drafts, investigation.evidence);
  const [similar, route, repeated, people, votes, steps, held] = await Promise.all([
    permits.merge || permits.close ? listSuggestions(readable) : [],
    permits.route ? previewRoute(actor, claim.id) : null,
    findRepeatedText(readable),
    mapPeople(timeline.flatMap(({ actorUserId }) => actorUserId ?? [])),
    permits.triage ? listTopicVotes(claim.wording, claim.id) : undefined,
    foretellClaim(claim.id, {
      assignmentIds: assignments.map(({ id }) => id),
      ofDesk: can(actor, "clock.list"),
    }),
    holdWork(actor, assignments),
  ]);
  return {
    claim,
    reports,
    repeated,
    timeline,
    assignments: held.map((row) => ({ ...row, steps: steps.work.get(row.id) ?? [] })),
    /** Who is told of what the desk itself has to do for the claim. */
    steps: steps.desk,
    drafts,
    ...investigation,
    evidence: investigation.evidence.map((row): EvidenceRow => {
      const isOwn = can(actor, "evidence.withdraw", { memberIds: [row.memberId] });
      const mayAttach = permits.addEvidence && can(actor, "evidence.add", { memberIds: [row.memberId] });
      const isKept = row.withdrawnAt === null;
      return { ...row, isWithdrawable: isKept && isOwn, mayAttach: isKept && mayAttach };
    }),
    /** The rows of the queue that the claim was opened from. */
    queue,
    filter,
    topics: topics.map(toTopicChoice),
    divisions: spellAll(divisions),
    members,
    people,
    similar,
    route,
    closings: permits.close ? await closingChoices(reports) : null,
    /** What of its wording, which strangers read, may tell of a private person. */
    personal: [...new Set(privateSpans(claim.wording).map(({ text }) => text))],
    suggestion: suggestTriage(claim, reports, topics, divisions, votes),
    undo: can(actor, "claim.reopen") ? undoOffered(actor, timeline) : null,
    permits,
    /** Whether what its senders answered is read, for those who read it for the desk; members read for themselves. */
    isRead: can(actor, "answers.read") && claim.repliedAt === null,
  };
}

/** What was decided last about the claim, where that can still be undone, and whether it was this person. */
function undoOffered(actor: Actor, timeline: readonly TimelineEvent[]) {
  const decision = latestDecision(timeline);
  if (!decision || !isUndoTime(decision.at, now())) return null;
  return { eventId: decision.id, kind: decision.type, isOwn: decision.actorUserId === actor.userId };
}

const toTopicChoice = ({ id, zh, en, defaultUrgency, subtopics }: Topic) => ({
  ...{ id, zh, en, defaultUrgency },
  spelling: spellingOf(zh),
  subtopics: spellAll(subtopics),
});

/** The page of the queue that the claim was opened from; nothing for members and for a stale address. */
async function queueAround(actor: Actor, filter: QueueFilter | null) {
  if (!filter || !can(actor, "queue.read")) return null;
  return (await listQueue(actor, filter)).items;
}
