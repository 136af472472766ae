import type { Actor } from "#lib/access/actor";
import { closeClaim } from "#lib/claims/close-claim";
import { mergeClaim } from "#lib/claims/merge-claim";
import { closings } from "#lib/claims/status";
import { triageClaim } from "#lib/claims/triage-claim";
import { waitForEvidence } from "#lib/claims/wait-for-evidence";
import type { AssignmentPurpose } from "#lib/claims/work/status";
import { recordReply } from "#lib/investigation/record-reply";
import { submitFinding } from "#lib/investigation/submit-finding";
import { after, dayOf, hours, minutes } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { acceptAssignment } from "#lib/routing/accept-assignment";
import { confirmRoute } from "#lib/routing/confirm-route";
import type { ReplyStory } from "./notices.ts";
import { type Closing, goalOf, lastMoment, momentOf, reaches } from "./story.ts";
import { done, type Step } from "./tell.ts";
import { evidenceStep } from "./tell-evidence.ts";
import { correctionSteps, noticeSteps } from "./tell-notice.ts";
import { arrivalsOf, reportSteps } from "./tell-report.ts";
import { inSight, type Told } from "./told.ts";

/** A claim's life up to its state, step by step, as the desks would have gone it. */
export function stepsOf(told: Told): Step[] {
  const { story } = told;
  const goal = goalOf(story);
  return [
    ...reportSteps(told),
    ...(reaches(goal, "triaged") ? [{ at: momentOf(story, "triaged"), take: () => triage(told) }] : []),
    ...(reaches(goal, "assigned") ? [{ at: momentOf(story, "routed"), take: () => route(told) }] : []),
    ...(reaches(goal, "verifying") ? verifySteps(told) : []),
    ...(reaches(goal, "drafting") ? [findingStep(told), ...noticeSteps(told)] : []),
    ...story.corrections.flatMap((correction) => correctionSteps(told, correction)),
    ...(story.closing ? [closingStep(told, story.closing)] : []),
    ...(story.side ? [waitStep(told, story.side.reason)] : []),
  ];
}

async function triage(told: Told): Promise<void> {
  const { wording, topicId, subtopicId, urgency, places } = told.story;
  await done(
    triageClaim(told.actors.moderator, {
      ...(await inSight(told)),
      wording,
      topicId: topicId ?? "other",
      ...(subtopicId && { subtopicId }),
      urgency,
      places: [...places],
    }),
  );
}

async function route(told: Told): Promise<void> {
  const { lead, writer } = told.story;
  const chosen = { leadMemberId: lead, writerMemberId: writer };
  await done(confirmRoute(told.actors.moderator, { ...(await inSight(told)), ...chosen }));
}

/** Both members take the work; the verifier gathers evidence and asks for replies. */
function verifySteps(told: Told): Step[] {
  const { story, actors } = told;
  const { evidence, replies } = story.notice;
  const first = momentOf(story, "evidence");
  const pause = (momentOf(story, "replied").getTime() - first.getTime()) / (evidence.length + 1);
  return [
    { at: momentOf(story, "accepted"), take: () => accept(told, "verify", actors.verifier) },
    { at: momentOf(story, "joined"), take: () => accept(told, "write", actors.writer) },
    ...evidence.map((found, index) => evidenceStep(told, found, after(first, Math.round(index * pause)))),
    ...replies.map((reply, index) => ({
      at: after(momentOf(story, "replied"), minutes(index)),
      take: () => askForReply(told, reply),
    })),
  ];
}

async function accept(told: Told, purpose: AssignmentPurpose, actor: Actor): Promise<void> {
  const offered = await db.assignment.findFirstOrThrow({
    where: { claimId: told.id, purpose, status: "offered" },
    select: { id: true },
  });
  await done(acceptAssignment(actor, { assignmentId: offered.id }));
}

async function askForReply({ story, actors, id }: Told, { organisation, outcome, reply }: ReplyStory) {
  const askedOn = dayOf(momentOf(story, "evidence"));
  await done(recordReply(actors.verifier, { claimId: id, organisation, outcome, reply, askedOn }));
}

function findingStep(told: Told): Step {
  const { verdict, points, howWeKnow } = told.story.notice;
  const keyPoints = points.map(({ text }) => text).join("\n");
  return {
    at: momentOf(told.story, "found"),
    take: () =>
      done(submitFinding(told.actors.verifier, { claimId: told.id, verdict, keyPoints, howWeKnow })),
  };
}

/** Ends the claim without a notice of its own, from the state it is in. */
function closingStep(told: Told, closing: Closing): Step {
  const { story, actors } = told;
  const { note, channel, into, answeredBy } = closing;
  const last = lastMoment(closing.from);
  const behind = [...arrivalsOf(story), ...(last ? [momentOf(story, last)] : [])];
  const at = after(
    new Date(Math.max(...behind.map((moment) => moment.getTime()))),
    Math.round(hours(0.5) * story.pace),
  );
  const take = async () => {
    const seen = await inSight(told);
    if (into) return done(mergeClaim(actors.moderator, { ...seen, intoNumber: into.number, reason: note }));
    const reason = closings.find((one) => one === story.status);
    if (!reason) throw new Error(`${story.status} is no closing`);
    const answer = answeredBy?.debunk?.slug;
    return done(
      closeClaim(actors.moderator, {
        ...seen,
        closing: reason,
        note,
        ...(channel && { channel }),
        ...(answer && { answeredBy: answer }),
      }),
    );
  };
  return { at, take };
}

function waitStep(told: Told, reason: string): Step {
  const last = momentOf(told.story, lastMoment(goalOf(told.story)) ?? "triaged");
  const take = async () => done(waitForEvidence(told.actors.moderator, { ...(await inSight(told)), reason }));
  return { at: after(last, minutes(10)), take };
}
