import { system } from "#lib/access/actor";
import type { KeyHolder } from "#lib/access/api-key";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { counter } from "#lib/platform/counter";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId, newId } from "#lib/platform/id";
import { redact } from "#lib/wording/redaction";
import type { AnswerLabel } from "./label-schema.ts";
import { type LabelOutcome, PLATFORM } from "./vocabulary.ts";

type Answer = { outcome: LabelOutcome; marked: number | null; reason: string | null };

export type AnswerLabelOutcome =
  | { ok: true; answer: Answer & { at: Date } }
  | { ok: false; reason: "NOT_A_PLATFORM" | "LABEL_REVOKES" };

const MOST_A_MINUTE = 600;

/**
 * A platform says what it made of a label: beside how many posts it stands, why it is declined, or that there is nothing to
 * put it beside. The latest answer holds, the others stay on record; the same again changes nothing.
 * @throws AppError NOT_FOUND, RATE_LIMITED
 */
export async function answerLabel(holder: KeyHolder, input: AnswerLabel): Promise<AnswerLabelOutcome> {
  const { memberId } = holder;
  const member = await db.member.findUniqueOrThrow({ where: { id: memberId }, select: { kind: true } });
  if (member.kind !== PLATFORM) return { ok: false, reason: "NOT_A_PLATFORM" };
  const { count, resetSeconds } = await counter("label answers", 60).add(memberId);
  if (count > MOST_A_MINUTE) throw new AppError("RATE_LIMITED", [], { "Retry-After": String(resetSeconds) });
  const label =
    isId(input.labelId) &&
    (await db.label.findUnique({
      where: { id: input.labelId },
      select: {
        id: true,
        action: true,
        version: { select: { number: true, debunk: { select: { slug: true, claimId: true } } } },
      },
    }));
  if (!label) throw new AppError("NOT_FOUND");
  if (label.action === "revoke") return { ok: false, reason: "LABEL_REVOKES" };
  const { number: version, debunk } = label.version;
  const answer = answerOf(input);
  return db.$transaction(async (tx) => {
    // Those of one platform to one label come one after the other.
    const turn = `label answer ${label.id} ${memberId}`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${turn}, 0))`;
    const held = await findHeld(tx, label.id, memberId);
    if (held && isSame(held, answer)) return { ok: true, answer: { ...answer, at: held.at } };
    const at = now();
    await tx.labelAnswer.create({
      data: {
        id: newId(),
        labelId: label.id,
        memberId,
        number: (held?.number ?? 0) + 1,
        apiKeyId: holder.keyId,
        at,
        ...answer,
      },
    });
    await recordEvent(tx, {
      type: "label.answered",
      actor: system,
      subjectId: label.id,
      claimId: debunk.claimId,
      data: {
        member: memberId,
        key: holder.keyId,
        slug: debunk.slug,
        version,
        outcome: answer.outcome,
        marked: answer.marked,
      },
    });
    return { ok: true, answer: { ...answer, at } };
  });
}

function answerOf(input: AnswerLabel): Answer {
  return {
    outcome: input.outcome,
    marked: input.outcome === "labelled" ? input.marked : null,
    reason: input.outcome === "declined" ? redact(input.reason).text : null,
  };
}

const findHeld = (tx: Tx, labelId: string, memberId: string) =>
  tx.labelAnswer.findFirst({
    where: { labelId, memberId },
    orderBy: { number: "desc" },
    select: { number: true, outcome: true, marked: true, reason: true, at: true },
  });

const isSame = (one: Answer, other: Answer): boolean =>
  one.outcome === other.outcome && one.marked === other.marked && one.reason === other.reason;
