import type { AssignmentPurpose } from "#lib/claims/work/status";
import { newId } from "#lib/platform/id";
import type { Worker } from "./crew.ts";
import { change, type Dossier, momentOf, record } from "./dossier.ts";

/** The desk confirms who verifies and who writes, and offers them the work. */
export function confirmRoute(dossier: Dossier): void {
  const { story, rows } = dossier;
  const { lead, writer, platforms, divisionCode, reasons } = story.route;
  const { moderator } = story.workers;
  const at = momentOf(story, "routed");
  change(dossier, { status: "assigned" });
  record(dossier, { type: "route.confirmed", actor: moderator, at, data: { lead, writer, changed: false } });
  rows.routes.push({
    id: newId(),
    claimId: story.id,
    divisionCode,
    leadMemberId: lead,
    writerMemberId: writer,
    platformMemberIds: platforms,
    reasons,
    changed: false,
    confirmedAt: at,
    confirmedById: moderator.userId,
  });
  offer(dossier, lead, "verify", at);
  offer(dossier, writer, "write", at);
}

function offer(dossier: Dossier, memberId: string, purpose: AssignmentPurpose, at: Date): void {
  const { moderator } = dossier.story.workers;
  const id = newId();
  dossier.rows.assignments.push({
    id,
    claimId: dossier.claim.id,
    memberId,
    purpose,
    status: "offered",
    offeredAt: at,
    offeredById: moderator.userId,
  });
  record(dossier, {
    type: "assignment.offered",
    actor: moderator,
    at,
    subjectId: id,
    data: { member: memberId, purpose },
  });
}

/** Both members take the work; the verification starts. */
export function acceptWork(dossier: Dossier): void {
  const { verifier, writer } = dossier.story.workers;
  accept(dossier, "verify", verifier, momentOf(dossier.story, "accepted"));
  change(dossier, { status: "verifying" });
  accept(dossier, "write", writer, momentOf(dossier.story, "joined"));
}

function accept(dossier: Dossier, purpose: AssignmentPurpose, by: Worker, at: Date): void {
  const assignment = assignmentFor(dossier, purpose);
  Object.assign(assignment, { status: "accepted", respondedAt: at, respondedById: by.userId });
  record(dossier, {
    type: "assignment.accepted",
    actor: by,
    at,
    subjectId: assignment.id,
    data: { member: assignment.memberId, purpose },
  });
}

/** The work of one purpose is done. */
export function finishWork(dossier: Dossier, purpose: AssignmentPurpose, at: Date): void {
  Object.assign(assignmentFor(dossier, purpose), { status: "done", doneAt: at });
}

function assignmentFor({ rows }: Dossier, purpose: AssignmentPurpose) {
  const assignment = rows.assignments.find((row) => row.purpose === purpose);
  if (!assignment) throw new Error(`nobody was asked to ${purpose}`);
  return assignment;
}
