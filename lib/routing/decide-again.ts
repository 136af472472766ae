import type { Actor } from "#lib/access/actor";
import type { EventData } from "#lib/audit/event-types";
import { loadClaim } from "#lib/claims/change-claim";
import { changeUrgency } from "#lib/claims/change-urgency";
import { closeClaim } from "#lib/claims/close-claim";
import { mergeClaim } from "#lib/claims/merge-claim";
import { reconsiderMatches } from "#lib/claims/reports/decide-match";
import { reviseClaim } from "#lib/claims/revise-claim";
import { isClosing, isOtherChannel } from "#lib/claims/status";
import { waitForEvidence } from "#lib/claims/wait-for-evidence";
import { defaultLocale } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { db } from "#lib/platform/db";
import { isAppError } from "#lib/platform/errors";
import type { Urgency } from "#lib/reference/urgency";

/** A decision that is taken back: of which claim, in which version, and what its event tells. */
export type Decided = {
  id: string;
  claimId: string;
  version: number;
  subjectId: string;
  transaction: bigint | null;
  data: EventData;
};

/** Why whatever follows from an undo is done. */
export const { undoReason: reason } = messages[defaultLocale].desk.decision;

export const listed = (value: EventData[string] | undefined): string[] => [value ?? []].flat().map(String);

/** The claim ends again as it had ended, with the same words for those who asked. */
export async function endAgain(actor: Actor, { claimId, version, data }: Decided) {
  const ended = await db.event.findFirstOrThrow({
    where: { claimId, type: { in: ["claim.closed", "claim.merged"] } },
    orderBy: { seq: "desc" },
    select: { type: true, reason: true, data: true },
  });
  const [ids, said] = [{ claimId, version }, ended.reason ?? reason];
  const { from, channel, answeredBy } = data;
  try {
    if (ended.type === "claim.merged")
      return await mergeClaim(actor, { ...ids, intoNumber: Number(ended.data.intoNumber), reason: said });
    // What was recorded before there was an undo for it does not tell enough.
    if (!isClosing(from) || (from === "other-channel" && !channel)) return refused;
    const closing = {
      ...(isOtherChannel(channel) && { channel }),
      ...(answeredBy && { answeredBy: String(answeredBy) }),
    };
    return await closeClaim(actor, { ...ids, closing: from, note: said, ...closing });
  } catch (error) {
    // What it was merged into takes nothing in any more, or what answered it is gone.
    if (isAppError(error) && error.code === "VALIDATION") return refused;
    throw error;
  }
}

const refused = { ok: false, reason: "MOVE_REFUSED" } as const;

/** The claim waits again for what it waited for. */
export async function waitAgain(actor: Actor, { claimId, version }: Decided) {
  const waited = await db.event.findFirst({
    where: { claimId, type: "claim.waiting" },
    orderBy: { seq: "desc" },
    select: { reason: true },
  });
  return waitForEvidence(actor, { claimId, version, reason: waited?.reason ?? reason });
}

/** The claim says again what it said; what nobody has changed stays. */
export async function reviseBack(actor: Actor, { claimId, version, data }: Decided) {
  const revised = listed(data.revised);
  const urgency = String(data.urgencyBefore) as Urgency;
  if (revised.every((part) => part === "urgency")) return changeUrgency(actor, { claimId, version, urgency });
  const claim = await loadClaim(db, claimId, {
    wording: true,
    topicId: true,
    subtopicId: true,
    urgency: true,
    places: { select: { divisionCode: true } },
  });
  const before = <Fact>(part: string, present: Fact): Fact | EventData[string] =>
    revised.includes(part) ? (data[`${part}Before`] ?? present) : present;
  const former = data.former
    ? await db.formerWording.findUnique({ where: { id: String(data.former) }, select: { wording: true } })
    : null;
  return reviseClaim(actor, {
    claimId,
    version,
    wording: former?.wording ?? claim.wording,
    topicId: String(before("topic", claim.topicId)),
    subtopicId: String(before("subtopic", claim.subtopicId) ?? ""),
    places: listed(
      before(
        "places",
        claim.places.map(({ divisionCode }) => divisionCode),
      ),
    ),
    urgency: String(before("urgency", claim.urgency)) as Urgency,
  });
}

/** All that was said of matches at once is open again. */
export async function reconsider(actor: Actor, decided: Decided, verdict: "accepted" | "rejected") {
  const { claimId, transaction } = decided;
  const events = await db.event.findMany({
    where: { claimId, transaction, type: `match.${verdict}` },
    select: { subjectId: true },
  });
  return reconsiderMatches(actor, {
    claimId,
    suggestionIds: events.map(({ subjectId }) => subjectId),
    verdict,
  });
}
