import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import type { EventType } from "#lib/audit/event-types";
import { recordEvent } from "#lib/audit/record-event";
import { finishWork } from "#lib/claims/work/assignments";
import { evidenceGate, type GateProblem } from "#lib/editorial/evidence-gate";
import { type DraftInHand, holdDraft, loadGateFacts, loadVersion } from "#lib/editorial/load-draft";
import { moveDraft } from "#lib/editorial/move-draft";
import { keepDetails, type PrivateDetail } from "#lib/editorial/private-details";
import type { DraftKind } from "#lib/editorial/status";
import { dayOf, now } from "#lib/platform/clock";
import type { Tx } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { divisionPath } from "#lib/reference/divisions";
import { buildContent } from "./build-content.ts";
import type { DebunkStatus, PublishedContent } from "./content.ts";
import type { PublishDebunk } from "./schema.ts";

export type PublishOutcome =
  | { ok: true; slug: string; version: number }
  | { ok: false; reason: "DRAFT_CHANGED" | "MOVE_REFUSED" | "CLAIM_CHANGED" }
  | { ok: false; reason: "GATE_CLOSED"; problems: GateProblem[] }
  | { ok: false; reason: "DETAILS_OPEN"; details: PrivateDetail[] };

type After = { debunk: DebunkStatus; event: EventType };

const after = (kind: DraftKind): After => {
  if (kind === "initial") return { debunk: "published", event: "debunk.published" };
  if (kind === "retraction") return { debunk: "retracted", event: "debunk.retracted" };
  return { debunk: "corrected", event: "debunk.corrected" };
};

/** Publishes an approved text: the first version of a notice, or the next one for a correction. The gate decides. */
export async function publishDebunk(actor: Actor, input: PublishDebunk): Promise<PublishOutcome> {
  const by = assertCan(actor, "debunk.publish");
  return decide<PublishOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    // Held first, so that what the gate has seen is what is published: no evidence is withdrawn in between.
    const draft = await holdDraft(tx, input.draftId);
    if (draft.latestVersion !== input.version) return { ok: false, reason: "DRAFT_CHANGED" };
    if (draft.status !== "approved") return { ok: false, reason: "MOVE_REFUSED" };
    const { draftVersionId, problems, sources } = await askGate(tx, draft);
    if (problems.length > 0) return { ok: false, reason: "GATE_CLOSED", problems };
    // What nobody was asked for when the text was handed in, by an earlier rule say, is answered for now.
    const details = await keepDetails(tx, by, draft, { content: sources.content, kept: input.kept });
    if (details.length > 0) return { ok: false, reason: "DETAILS_OPEN", details };
    const content = await buildContent(sources, tx);
    await moveDraft(tx, draft, { to: "published", actor: by });
    // With its notice a claim has no work left, whoever held it and for whatever.
    await finishWork(tx, draft.claimId, by);
    const debunk = await storeDebunk(tx, draft, content);
    const number = debunk.currentVersion;
    await tx.debunkVersion.create({
      data: {
        id: newId(),
        debunkId: debunk.id,
        number,
        draftVersionId,
        publishedById: actor.userId,
        publishedAt: now(),
        correctionKind: draft.kind === "initial" ? null : draft.kind,
        correctionNote: draft.correctionNote,
        content,
      },
    });
    await recordEvent(tx, {
      type: after(draft.kind).event,
      actor: by,
      subjectId: debunk.id,
      claimId: draft.claimId,
      reason: draft.correctionNote ?? undefined,
      data: { slug: debunk.slug, version: number, verdict: content.verdict },
    });
    return { ok: true, slug: debunk.slug, version: number };
  });
}

/** What the gate says of a text now, and what a version of the notice is made of. */
async function askGate(tx: Tx, { id, claimId, memberId, kind, latestVersion }: DraftInHand) {
  const { id: draftVersionId, content } = await loadVersion(id, latestVersion, tx);
  const reviews = await tx.review.findMany({
    where: { draftVersionId, decision: "approved" },
    orderBy: { stage: "asc" },
    select: { stage: true, memberId: true },
  });
  const facts = await loadGateFacts(claimId, tx);
  const approvedStages = reviews.map(({ stage }) => stage);
  const reviewerMemberIds = reviews.map((review) => review.memberId);
  return {
    draftVersionId,
    problems: evidenceGate({ kind, content, ...facts, approvedStages }),
    sources: { claimId, memberId, reviewerMemberIds, content },
  };
}

async function storeDebunk(tx: Tx, draft: DraftInHand, content: PublishedContent) {
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: draft.claimId },
    select: { number: true, topicId: true, places: { select: { divisionCode: true } } },
  });
  if (!claim.topicId) throw new AppError("CONFLICT");
  const places = claim.places.length > 0 ? claim.places.map(({ divisionCode }) => divisionCode) : ["510000"];
  const shown = {
    status: after(draft.kind).debunk,
    verdict: content.verdict,
    title: content.title,
    titleEn: content.titleEn || null,
    summary: content.summary,
    topicId: claim.topicId,
    divisionCodes: [...new Set(places.flatMap(divisionPath))],
    updatedAt: now(),
  };
  return tx.debunk.upsert({
    where: { claimId: draft.claimId },
    create: {
      ...shown,
      id: newId(),
      claimId: draft.claimId,
      slug: `${dayOf(now()).replaceAll("-", "")}-${claim.number}`,
      currentVersion: 1,
      publishedAt: now(),
    },
    update: { ...shown, currentVersion: { increment: 1 } },
    select: { id: true, slug: true, currentVersion: true },
  });
}
