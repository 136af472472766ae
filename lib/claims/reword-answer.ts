import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { redact } from "#lib/wording/redaction";
import { forgetClosingTexts } from "./closing-texts.ts";
import type { RewordAnswer } from "./schema.ts";

export type RewordOutcome = { ok: true } | { ok: false; reason: "ANSWER_CHANGED" };

/** Words anew what everybody reads whose claim is closed in a way; what was said before stays as a version. */
export async function rewordAnswer(
  actor: Actor,
  { closing, language, number, text }: RewordAnswer,
): Promise<RewordOutcome> {
  const by = assertCan(actor, "claim.close");
  const outcome = await decide<RewordOutcome>({ lost: "ANSWER_CHANGED" }, async (tx) => {
    const latest = await tx.answerText.count({ where: { closing, language } });
    if (latest !== number) return { ok: false, reason: "ANSWER_CHANGED" };
    // The key settles a race: of two who saw the same version the second loses.
    await tx.answerText.create({
      data: {
        closing,
        language,
        number: number + 1,
        text: redact(text).text,
        wordedById: actor.userId,
        at: now(),
      },
    });
    const data = { closing, language, version: number + 1 };
    await recordEvent(tx, { type: "answer.reworded", actor: by, subjectId: `${closing} ${language}`, data });
    return { ok: true };
  });
  forgetClosingTexts();
  return outcome;
}

/** Every version of the answers, the latest first, with who worded it. */
export async function listAnswers(actor: Actor) {
  assertCan(actor, "claim.close");
  return db.answerText.findMany({
    orderBy: [{ closing: "asc" }, { language: "asc" }, { number: "desc" }],
    select: {
      closing: true,
      language: true,
      number: true,
      text: true,
      at: true,
      wordedBy: { select: { name: true } },
    },
  });
}

export type AnswerVersion = Awaited<ReturnType<typeof listAnswers>>[number];
