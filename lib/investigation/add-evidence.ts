import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { holdClaim } from "#lib/claims/change-claim";
import { isClosed } from "#lib/claims/status";
import { workersOn } from "#lib/claims/work/queries";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { AddEvidence } from "./schema.ts";

export type EvidenceOutcome = { ok: true; evidenceId: string } | { ok: false; reason: "MOVE_REFUSED" };

/** Adds what a verifier or writer found: where it stands and what it shows. */
export async function addEvidence(actor: Actor, input: AddEvidence): Promise<EvidenceOutcome> {
  return db.$transaction(async (tx): Promise<EvidenceOutcome> => {
    const claim = await holdClaim(tx, input.claimId);
    const by = assertCan(actor, "evidence.add", { memberIds: await workersOn(claim.id, undefined, tx) });
    if (isClosed(claim.status)) return { ok: false, reason: "MOVE_REFUSED" };
    const id = newId();
    await tx.evidence.create({
      data: {
        id,
        claimId: claim.id,
        memberId: by.memberId,
        addedById: actor.userId,
        addedAt: now(),
        type: input.type,
        publisher: input.publisher,
        title: input.title,
        url: input.url ?? null,
        archivedUrl: input.archivedUrl ?? null,
        publishedOn: input.publishedOn ? startOfUtcDay(input.publishedOn) : null,
        shows: input.shows,
        isPrimary: input.isPrimary,
      },
    });
    await recordEvent(tx, {
      type: "evidence.added",
      actor: by,
      subjectId: id,
      claimId: claim.id,
      data: { type: input.type, primary: input.isPrimary },
    });
    return { ok: true, evidenceId: id };
  });
}

/** A calendar day in the database has no zone; midnight UTC keeps its digits. */
const startOfUtcDay = (day: string): Date => new Date(`${day}T00:00:00Z`);
