import { primaryByNature } from "#lib/investigation/vocabulary";
import { after, dayOf, days, minutes, startOfDay } from "#lib/platform/clock";
import { newId } from "#lib/platform/id";
import { finishWork } from "./assignments.ts";
import { change, type Dossier, momentOf, record } from "./dossier.ts";
import type { EvidenceStory } from "./notices.ts";

/** The verifier gathers evidence and asks for replies; the claim is still being verified. */
export function gatherEvidence(dossier: Dossier): void {
  const { story } = dossier;
  const first = momentOf(story, "evidence");
  const step = Math.round(
    (momentOf(story, "replied").getTime() - first.getTime()) / (story.notice.evidence.length + 1),
  );
  story.notice.evidence.forEach((evidence, index) => {
    addEvidence(dossier, evidence, after(first, index * step));
  });
  askForReplies(dossier);
}

/** The verifier adds one piece of evidence. */
export function addEvidence(dossier: Dossier, evidence: EvidenceStory, at: Date): void {
  const { story, rows } = dossier;
  const { verifier } = story.workers;
  const id = newId();
  const isPrimary = evidence.isPrimary ?? primaryByNature.includes(evidence.type);
  rows.evidence.push({
    id,
    claimId: story.id,
    memberId: verifier.memberId,
    addedById: verifier.userId,
    addedAt: at,
    type: evidence.type,
    publisher: evidence.publisher,
    title: evidence.title,
    url: evidence.url ?? null,
    publishedOn: publishedOn(evidence, at),
    shows: evidence.shows,
    isPrimary,
  });
  dossier.evidenceIds.push(id);
  const data = { type: evidence.type, primary: isPrimary };
  record(dossier, { type: "evidence.added", actor: verifier, at, subjectId: id, data });
}

function publishedOn({ publishedOn: fixed, daysBefore }: EvidenceStory, at: Date): Date | null {
  const day = fixed ?? (daysBefore === undefined ? null : dayOf(after(at, -days(daysBefore))));
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

function askForReplies(dossier: Dossier): void {
  const { story, rows } = dossier;
  const { verifier } = story.workers;
  story.notice.replies.forEach(({ organisation, outcome, reply }, index) => {
    const id = newId();
    const recordedAt = after(momentOf(story, "replied"), minutes(index));
    rows.replies.push({
      id,
      claimId: story.id,
      recordedById: verifier.userId,
      recordedAt,
      organisation,
      askedAt: startOfDay(dayOf(momentOf(story, "evidence"))),
      outcome,
      reply: reply ?? null,
    });
    record(dossier, {
      type: "reply.recorded",
      actor: verifier,
      at: recordedAt,
      subjectId: id,
      data: { organisation, outcome },
    });
  });
}

/** The verifier says what was found; the writing begins. */
export function submitFinding(dossier: Dossier): void {
  const { story, rows } = dossier;
  const { verifier } = story.workers;
  const at = momentOf(story, "found");
  const id = newId();
  change(dossier, { status: "drafting" });
  rows.findings.push({
    id,
    claimId: story.id,
    memberId: verifier.memberId,
    foundById: verifier.userId,
    foundAt: at,
    verdict: story.notice.verdict,
    keyPoints: story.notice.points.map(({ text }) => text),
    howWeKnow: story.notice.howWeKnow,
  });
  finishWork(dossier, "verify", at);
  record(dossier, {
    type: "finding.submitted",
    actor: verifier,
    at,
    subjectId: id,
    data: { verdict: story.notice.verdict },
  });
}
