import { createHash } from "node:crypto";
import { intakeDb } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { canBeGuessed } from "./idempotency-key.ts";
import { hashReceipt, makeReceipt } from "./receipt.ts";
import type { Arrival, NewReport } from "./schema.ts";
import { type SubmitOutcome, submitReport } from "./submit-report.ts";
import { weighArrival } from "./weigh-arrival.ts";

/** What a door knows of the sender of a report. */
export type Sender = Omit<Arrival, "idempotencyKey" | "suspicion"> & {
  /** The network that it comes from, as `networkOf` names it. */
  network: string;
  /** The key that came with the request or stands in the form: sent twice it is one report. */
  key?: string | undefined;
  proof?: string | undefined;
};

/**
 * Takes in a report, whatever door it comes through: looks at how it arrives, and files it once.
 * @throws AppError RATE_LIMITED with `Retry-After`, and VALIDATION as `submitReport`
 */
export async function receiveReport(report: NewReport, sender: Sender): Promise<SubmitOutcome> {
  const weighed = await weighArrival(sender);
  if (!weighed.ok) {
    throw new AppError("RATE_LIMITED", [], { "Retry-After": String(weighed.retryAfterSeconds) });
  }
  const { suspicion } = weighed;
  return submitReport(report, { ...sender, suspicion, idempotencyKey: idempotencyKeyOf(report, sender) });
}

/** Whether this very report was taken in already under its key. */
export async function isReceived(report: NewReport, sender: Pick<Sender, "channel" | "memberId" | "key">) {
  const key = idempotencyKeyOf(report, sender);
  const receiptHash = key === undefined ? null : hashReceipt(makeReceipt(key));
  if (!receiptHash) return false;
  return (await intakeDb.report.count({ where: { receiptHash: Uint8Array.from(receiptHash) } })) > 0;
}

/**
 * A form that is sent again with other words is another report; an application that does so has made a mistake, and is
 * told. Each member has its own keys, apart from those of citizens: the blank between cannot be part of any. Strangers
 * share theirs, and the receipt comes of the key: it must be one that nobody else comes upon.
 * @throws AppError VALIDATION
 */
function idempotencyKeyOf(
  report: NewReport,
  { channel, memberId, key }: Pick<Sender, "channel" | "memberId" | "key">,
): string | undefined {
  if (key === undefined) return key;
  if (channel === "member") return `${memberId} ${key}`;
  if (canBeGuessed(key)) {
    throw new AppError("VALIDATION", [{ path: "Idempotency-Key", message: "guessableKey" }]);
  }
  if (channel === "api") return key;
  return createHash("sha256").update(key).update(JSON.stringify(report)).digest("hex");
}
