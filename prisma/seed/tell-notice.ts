import { openCorrection } from "#lib/editorial/open-correction";
import { saveDraft } from "#lib/editorial/save-draft";
import { type DraftContent, type ReviewStage, reviewStages } from "#lib/editorial/status";
import { submitDraft } from "#lib/editorial/submit-draft";
import { after, minutes } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { publishDebunk } from "#lib/publishing/publish-debunk";
import type { NoticeStory } from "./notices.ts";
import { approve, type Work } from "./publish-text.ts";
import { type ClaimStory, type Correction, goalOf, momentOf, passes, reaches } from "./story.ts";
import { done, type Step } from "./tell.ts";
import { evidenceStep } from "./tell-evidence.ts";
import type { Told } from "./told.ts";

/** The first text of a claim, written, handed in and reviewed as far as the claim has come. */
export function noticeSteps(told: Told): Step[] {
  const { story, actors } = told;
  const goal = goalOf(story);
  const work: Work = { draftId: "", version: 0 };
  const write = async () => {
    const content = contentOf(story.notice, told.evidenceIds);
    Object.assign(work, await done(saveDraft(actors.writer, { claimId: told.id, baseVersion: 0, content })));
    told.draftIds.push(work.draftId);
  };
  return [
    { at: momentOf(story, "drafted"), take: write },
    ...(reaches(goal, "review-1") ? [submitStep(told, work, momentOf(story, "submitted"))] : []),
    ...reviewStages.flatMap((stage) =>
      passes(goal, stage) ? [approveStep(told, work, stage, momentOf(story, stage))] : [],
    ),
    ...(goal === "published" ? [publishStep(told, work, momentOf(story, "published"))] : []),
  ];
}

/** When a notice and its corrections are published. */
export function publicationsOf(story: ClaimStory): Date[] {
  if (goalOf(story) !== "published") return [];
  const first = momentOf(story, "published");
  return [first, ...story.corrections.map((later) => after(first, later.after + minutes(PUBLISHED)))];
}

/** How many minutes after it was opened a correction passes each review and is published. */
const PUBLISHED = 75;
const correctionMinutes: Record<ReviewStage, number> = { "review-1": 40, "review-2": 55, "review-3": 70 };

/** A correction goes the way of the first text, in little more than an hour. */
export function correctionSteps(told: Told, correction: Correction): Step[] {
  const { story, actors } = told;
  const { kind, note, change, evidence = [] } = correction;
  const opened = after(momentOf(story, "published"), correction.after);
  const at = (count: number) => after(opened, minutes(count));
  const notice = { ...story.notice, ...change, evidence: [...story.notice.evidence, ...evidence] };
  const work: Work = { draftId: "", version: 0 };
  const open = async () => {
    const { draftId } = await done(openCorrection(actors.writer, { claimId: told.id, kind, note }));
    told.draftIds.push(draftId);
    const content = contentOf(notice, told.evidenceIds);
    const next = { claimId: told.id, draftId, baseVersion: 1, content };
    Object.assign(work, await done(saveDraft(actors.writer, next)));
  };
  return [
    ...evidence.map((found) => evidenceStep(told, found, opened)),
    { at: opened, take: open },
    submitStep(told, work, at(25)),
    ...reviewStages.map((stage) => approveStep(told, work, stage, at(correctionMinutes[stage]))),
    publishStep(told, work, at(PUBLISHED)),
  ];
}

/** The text of a notice as a writer saves it. */
function contentOf(
  { evidence: _, replies: __, ...notice }: NoticeStory,
  evidenceIds: readonly string[],
): DraftContent {
  return {
    ...notice,
    points: notice.points.map(({ text, evidence }) => ({
      text,
      evidenceIds: evidence.flatMap((position) => evidenceIds[position - 1] ?? []),
    })),
    noPrivatePerson: true,
  };
}

const submitStep = ({ actors }: Told, work: Work, at: Date): Step => ({
  at,
  take: () => done(submitDraft(actors.writer, work)),
});

const approveStep = (told: Told, work: Work, stage: ReviewStage, at: Date): Step => ({
  at,
  take: () => approve(told, work, stage),
});

const publishStep = (told: Told, work: Work, at: Date): Step => ({
  at,
  take: async () => {
    await done(publishDebunk(told.actors.dutyEditor, work));
    told.debunk = await db.debunk.findUniqueOrThrow({
      where: { claimId: told.id },
      select: { id: true, slug: true, currentVersion: true },
    });
  },
});
