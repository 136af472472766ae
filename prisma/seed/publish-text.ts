import { reviewDraft } from "#lib/editorial/review-draft";
import { checklists, type ReviewStage, reviewStages } from "#lib/editorial/status";
import { submitDraft } from "#lib/editorial/submit-draft";
import { db } from "#lib/platform/db";
import { publishDebunk } from "#lib/publishing/publish-debunk";
import { done } from "./tell.ts";
import type { Told } from "./told.ts";

/** The version of a text that is under review. */
export type Work = { draftId: string; version: number };

const reviewerOf = {
  "review-1": "firstReviewer",
  "review-2": "secondReviewer",
  "review-3": "dutyEditor",
} as const;

/** The reviewer whose turn it is approves the text. */
export function approve({ actors }: Pick<Told, "actors">, work: Work, stage: ReviewStage) {
  const checklist = [...checklists[stage]];
  const review = { ...work, stage, decision: "approved", checklist, comment: "" } as const;
  return done(reviewDraft(actors[reviewerOf[stage]], review));
}

/** Takes a text from its writer's desk to its readers, past the three who review it. */
export async function publishText({ actors }: Pick<Told, "actors">, draftId: string) {
  const { latestVersion: version } = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
  const work = { draftId, version };
  await done(submitDraft(actors.writer, work));
  for (const stage of reviewStages) await approve({ actors }, work, stage);
  return done(publishDebunk(actors.dutyEditor, work));
}
