import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { prepareDecision } from "#lib/claims/reports/decide-match";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { redact } from "#lib/wording/redaction";
import { type ClaimOutcome, inHand, loadClaim } from "./change-claim.ts";
import { closingTexts } from "./closing-texts.ts";
import { moveClaim } from "./move-claim.ts";
import { listClaimReports } from "./queries.ts";
import { readClaim } from "./read-claim.ts";
import type { CloseClaim } from "./schema.ts";
import { canMove } from "./status.ts";
import { withdrawWork } from "./work/assignments.ts";

/** Ends a claim without a notice of its own, with a reason that everybody who reported it reads. */
export async function closeClaim(actor: Actor, input: CloseClaim): Promise<ClaimOutcome> {
  const claim = await loadClaim(db, input.claimId, inHand);
  const by = assertCan(actor, "claim.close");
  if (claim.version !== input.version) return { ok: false, reason: "CLAIM_CHANGED" };
  if (!canMove(claim.status, input.closing)) return { ok: false, reason: "MOVE_REFUSED" };
  const answer = input.closing === "answered" ? await getAnswer(input.answeredBy ?? "") : null;
  const note = redact(input.note || (await kindText(actor, input))).text;
  const label = answer && (await prepareDecision(claim.id, answer.claimId));
  return decide<ClaimOutcome>({ lost: "CLAIM_CHANGED" }, async (tx) => {
    await label?.(tx, by, "accepted");
    await moveClaim(tx, claim, {
      to: input.closing,
      actor: by,
      set: {
        closedFrom: claim.status,
        closedAt: now(),
        closingNote: note,
        closingChannel: input.closing === "other-channel" ? (input.channel ?? null) : null,
        answeredById: answer?.id ?? null,
      },
      event: {
        type: "claim.closed",
        reason: note,
        data: { closing: input.closing, from: claim.status },
      },
    });
    await withdrawWork(tx, claim.id, by);
    return { ok: true };
  });
}

/** What there is to say to those who asked, where nobody wrote anything else. */
async function kindText(actor: Actor, { claimId, closing }: CloseClaim): Promise<string> {
  const reports = await listClaimReports(await readClaim(actor, claimId));
  return (await closingTexts(reports))[closing];
}

async function getAnswer(slug: string): Promise<{ id: string; claimId: string }> {
  const debunk = await db.debunk.findUnique({ where: { slug }, select: { id: true, claimId: true } });
  if (!debunk) throw new AppError("VALIDATION", [{ path: "answeredBy", message: "unknown" }]);
  return debunk;
}
