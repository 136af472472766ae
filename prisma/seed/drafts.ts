import {
  afterApproval,
  checklists,
  claimStatusOf,
  type DraftContent,
  type DraftKind,
  type ReviewStage,
} from "#lib/editorial/status";
import { newId } from "#lib/platform/id";
import type { Worker } from "./crew.ts";
import { change, type Dossier, record } from "./dossier.ts";
import type { NoticeStory } from "./notices.ts";
import type { Rows } from "./rows.ts";

/** A draft with the version that is under review. */
export type DraftInWork = {
  draft: Rows["drafts"][number];
  version: Rows["draftVersions"][number];
  content: DraftContent;
};

/** The text of a notice as a writer saves it. */
export function contentOf(
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

type NewDraft = { kind: DraftKind; note: string | null; content: DraftContent; at: Date };

/** The writer saves a first version. */
export function startDraft(dossier: Dossier, { kind, note, content, at }: NewDraft): DraftInWork {
  const { writer } = dossier.story.workers;
  const id = newId();
  const draft: Rows["drafts"][number] = {
    id,
    claimId: dossier.claim.id,
    memberId: writer.memberId,
    kind,
    status: "writing",
    correctionNote: note,
    latestVersion: 0,
    createdAt: at,
    updatedAt: at,
  };
  dossier.rows.drafts.push(draft);
  dossier.draftIds.push(id);
  if (kind !== "initial") {
    const reason = note ?? "";
    record(dossier, { type: "correction.opened", actor: writer, at, subjectId: id, reason, data: { kind } });
  }
  return saveVersion(dossier, draft, content, at);
}

/** The writer saves one more version. */
function saveVersion(
  dossier: Dossier,
  draft: DraftInWork["draft"],
  content: DraftContent,
  at: Date,
): DraftInWork {
  const { writer } = dossier.story.workers;
  const number = (draft.latestVersion ?? 0) + 1;
  Object.assign(draft, { latestVersion: number, updatedAt: at });
  const version = { id: newId(), draftId: draft.id, number, writerId: writer.userId, writtenAt: at, content };
  dossier.rows.draftVersions.push(version);
  if (draft.kind === "initial" || number > 1) {
    record(dossier, {
      type: "draft.saved",
      actor: writer,
      at,
      subjectId: draft.id,
      data: { version: number },
    });
  }
  return { draft, version, content };
}

/** The writer hands the text to the first reviewer. */
export function submitDraft(dossier: Dossier, { draft, version }: DraftInWork, at: Date): void {
  moveDraft(dossier, draft, "review-1", at);
  record(dossier, {
    type: "draft.submitted",
    actor: dossier.story.workers.writer,
    at,
    subjectId: draft.id,
    data: { version: version.number, kind: draft.kind },
  });
}

const reviewerOf = {
  "review-1": "firstReviewer",
  "review-2": "secondReviewer",
  "review-3": "dutyEditor",
} as const;

/** One reviewer approves. */
export function approveDraft(
  dossier: Dossier,
  { draft, version }: DraftInWork,
  stage: ReviewStage,
  at: Date,
): Worker {
  const reviewer = dossier.story.workers[reviewerOf[stage]];
  dossier.rows.reviews.push({
    id: newId(),
    draftId: draft.id,
    draftVersionId: version.id,
    writerId: version.writerId,
    stage,
    decision: "approved",
    reviewerId: reviewer.userId,
    memberId: reviewer.memberId,
    checklist: [...checklists[stage]],
    reviewedAt: at,
  });
  moveDraft(dossier, draft, afterApproval[stage], at);
  const data = { stage, version: version.number };
  record(dossier, { type: "review.approved", actor: reviewer, at, subjectId: draft.id, data });
  return reviewer;
}

/** Takes the claim along with its first text, as the desk does. */
function moveDraft(
  dossier: Dossier,
  draft: DraftInWork["draft"],
  status: keyof typeof claimStatusOf,
  at: Date,
): void {
  Object.assign(draft, { status, updatedAt: at });
  const next = claimStatusOf[status];
  if (draft.kind === "initial" && dossier.claim.status !== next) change(dossier, { status: next });
}
