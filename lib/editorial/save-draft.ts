import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { LostRace, loadClaim, raced } from "#lib/claims/change-claim";
import { now } from "#lib/platform/clock";
import { db, isUniqueViolation } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { workersOn } from "#lib/routing/queries";
import { type DraftInHand, loadDraft, loadVersion } from "./load-draft.ts";
import { moveClaim } from "./move-claim.ts";
import type { SaveDraft } from "./schema.ts";
import type { DraftContent } from "./status.ts";

export type SaveOutcome =
  | { ok: true; draftId: string; version: number }
  /** Somebody saved in between: both texts are shown, nothing is overwritten. */
  | { ok: false; reason: "DRAFT_CHANGED"; draftId: string; theirs: DraftContent; version: number }
  | { ok: false; reason: "MOVE_REFUSED" | "CLAIM_CHANGED" };

/**
 * Saves a new version of a draft; what did not change needs none. Any edit takes a draft that is in review back to its
 * writer.
 */
export async function saveDraft(actor: Actor, input: SaveDraft): Promise<SaveOutcome> {
  return input.draftId ? saveNext(actor, input, await loadDraft(input.draftId)) : saveFirst(actor, input);
}

async function saveFirst(actor: Actor, input: SaveDraft): Promise<SaveOutcome> {
  const claim = await loadClaim(db, input.claimId, { id: true, status: true });
  const by = assertCan(actor, "draft.write", { memberIds: await workersOn(claim.id, "write") });
  if (claim.status !== "drafting") return { ok: false, reason: "MOVE_REFUSED" };
  const draftId = newId();
  try {
    await db.$transaction(async (tx) => {
      await tx.draft.create({
        data: {
          id: draftId,
          claimId: claim.id,
          memberId: by.memberId,
          kind: "initial",
          status: "writing",
          latestVersion: 1,
          createdAt: now(),
          updatedAt: now(),
        },
      });
      await tx.draftVersion.create({ data: versionRow(draftId, 1, actor, input) });
      await recordEvent(tx, {
        type: "draft.saved",
        actor: by,
        subjectId: draftId,
        claimId: claim.id,
        data: { version: 1 },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return conflictWithFirst(claim.id);
    throw error;
  }
  return { ok: true, draftId, version: 1 };
}

/** A colleague started the draft of this claim a moment earlier. */
async function conflictWithFirst(claimId: string): Promise<SaveOutcome> {
  const draft = await db.draft.findFirstOrThrow({
    where: { claimId, status: { not: "published" } },
    select: { id: true, latestVersion: true },
  });
  const { content, number } = await loadVersion(draft.id, draft.latestVersion);
  return { ok: false, reason: "DRAFT_CHANGED", draftId: draft.id, theirs: content, version: number };
}

async function saveNext(actor: Actor, input: SaveDraft, draft: DraftInHand): Promise<SaveOutcome> {
  if (draft.claimId !== input.claimId) throw new AppError("NOT_FOUND");
  const by = assertCan(actor, "draft.write", { memberIds: [draft.memberId] });
  if (draft.status === "published") return { ok: false, reason: "MOVE_REFUSED" };
  if (draft.latestVersion !== input.baseVersion) {
    const { content, number } = await loadVersion(draft.id, draft.latestVersion);
    return { ok: false, reason: "DRAFT_CHANGED", draftId: draft.id, theirs: content, version: number };
  }
  const latest = await loadVersion(draft.id, draft.latestVersion);
  if (isDeepStrictEqual(latest.content, contentOf(input)))
    return { ok: true, draftId: draft.id, version: latest.number };
  const version = draft.latestVersion + 1;
  return raced(
    db.$transaction(async (tx): Promise<SaveOutcome> => {
      const { count } = await tx.draft.updateMany({
        where: { id: draft.id, latestVersion: draft.latestVersion, status: draft.status },
        data: { latestVersion: version, status: "writing", updatedAt: now() },
      });
      if (count === 0) throw new LostRace();
      await tx.draftVersion.create({ data: versionRow(draft.id, version, actor, input) });
      await moveClaim(tx, draft, "drafting");
      await recordEvent(tx, {
        type: "draft.saved",
        actor: by,
        subjectId: draft.id,
        claimId: draft.claimId,
        data: { version, from: draft.status },
      });
      return { ok: true, draftId: draft.id, version };
    }),
  );
}

const versionRow = (draftId: string, number: number, actor: Actor, input: SaveDraft) => ({
  id: newId(),
  draftId,
  number,
  writerId: actor.userId,
  writtenAt: now(),
  content: contentOf(input),
});

/** Rows that were left empty are not points. */
const contentOf = ({ content }: SaveDraft): DraftContent => ({
  ...content,
  points: content.points.filter(({ text }) => text !== ""),
});
