import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim } from "#lib/claims/change-claim";
import { takeWork } from "#lib/claims/work/assignments";
import { workersOn } from "#lib/claims/work/queries";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { holdDraft, loadVersion } from "./load-draft.ts";
import { moveDraft } from "./move-draft.ts";
import { openDraft } from "./open-draft.ts";
import type { SaveDraft } from "./schema.ts";
import { type DraftContent, isInWork } from "./status.ts";

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
  return input.draftId ? saveNext(actor, input, input.draftId) : saveFirst(actor, input);
}

async function saveFirst(actor: Actor, input: SaveDraft): Promise<SaveOutcome> {
  const { claimId } = input;
  const opened = await decide<FirstOutcome>({ lost: "STARTED_ALREADY" }, async (tx) => {
    const claim = await holdClaim(tx, claimId);
    const by = assertCan(actor, "draft.write", { memberIds: await workersOn(claimId, ["write"], tx) });
    if (claim.status !== "drafting") return { ok: false, reason: "MOVE_REFUSED" };
    const first = { writerId: actor.userId, writtenAt: now(), content: contentOf(input) };
    const draftId = await openDraft(tx, { claimId, memberId: by.memberId, kind: "initial", first });
    await takeWork(tx, claimId, by, "write");
    const data = { version: 1 };
    await recordEvent(tx, { type: "draft.saved", actor: by, subjectId: draftId, claimId, data });
    return { ok: true, draftId, version: 1 };
  });
  if (opened.ok) return opened;
  return opened.reason === "STARTED_ALREADY"
    ? conflictWithFirst(claimId)
    : { ok: false, reason: opened.reason };
}

type FirstOutcome =
  | { ok: true; draftId: string; version: number }
  | { ok: false; reason: "MOVE_REFUSED" | "STARTED_ALREADY" };

/** A colleague started the draft of this claim a moment earlier. */
async function conflictWithFirst(claimId: string): Promise<SaveOutcome> {
  const draft = await db.draft.findFirstOrThrow({
    where: { claimId, kind: "initial" },
    select: { id: true, latestVersion: true },
  });
  const { content, number } = await loadVersion(draft.id, draft.latestVersion);
  return { ok: false, reason: "DRAFT_CHANGED", draftId: draft.id, theirs: content, version: number };
}

async function saveNext(actor: Actor, input: SaveDraft, draftId: string): Promise<SaveOutcome> {
  return decide<SaveOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    const draft = await holdDraft(tx, draftId);
    const { claimId, status, latestVersion } = draft;
    if (claimId !== input.claimId) throw new AppError("NOT_FOUND");
    const by = assertCan(actor, "draft.write", { memberIds: await workersOn(claimId, ["write"], tx) });
    if (!isInWork(status)) return { ok: false, reason: "MOVE_REFUSED" };
    const latest = await loadVersion(draftId, latestVersion, tx);
    if (latestVersion !== input.baseVersion)
      return { ok: false, reason: "DRAFT_CHANGED", draftId, theirs: latest.content, version: latestVersion };
    const content = contentOf(input);
    if (isDeepStrictEqual(latest.content, content)) return { ok: true, draftId, version: latestVersion };
    const version = latestVersion + 1;
    await moveDraft(tx, draft, { to: "writing", actor: by, latestVersion: version, memberId: by.memberId });
    await takeWork(tx, claimId, by, "write");
    await tx.draftVersion.create({
      data: { id: newId(), draftId, number: version, writerId: actor.userId, writtenAt: now(), content },
    });
    await recordEvent(tx, {
      type: "draft.saved",
      actor: by,
      subjectId: draftId,
      claimId,
      data: { version, from: status },
    });
    return { ok: true, draftId, version };
  });
}

/** Rows that were left empty are not points. */
const contentOf = ({ content }: SaveDraft): DraftContent => ({
  ...content,
  points: content.points.filter(({ text }) => text !== ""),
});
