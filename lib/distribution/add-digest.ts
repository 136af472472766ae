import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { decide } from "#lib/platform/decide";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { isMailOn } from "#lib/platform/mail";
import { askForConfirmation, limitConfirmations } from "./ask-for-confirmation.ts";
import { assertWishes } from "./assert-wishes.ts";
import type { Mailed } from "./call-mailbox.ts";
import { hasRoomFor } from "./endpoint-room.ts";
import type { AddDigest } from "./endpoint-schema.ts";

/** `mailed`: what became of the letter that asks the address whether it wants this. */
export type AddDigestOutcome =
  | { ok: true; endpointId: string; mailed: Mailed }
  | { ok: false; reason: "TOO_MANY_DIGESTS" | "ADDRESS_KNOWN" | "NO_MAIL" };

/**
 * Gives a member an address to which what it wants is sent by mail, as soon as the link in the first letter was confirmed.
 * @throws AppError FORBIDDEN, RATE_LIMITED, or VALIDATION for an unknown member, topic or place
 */
export async function addDigest(actor: Actor, input: AddDigest): Promise<AddDigestOutcome> {
  const { memberId, ...digest } = input;
  const by = assertCan(actor, "endpoint.manage", { memberIds: [memberId] });
  if (!isMailOn()) return { ok: false, reason: "NO_MAIL" };
  if ((await db.member.count({ where: { id: memberId } })) === 0)
    throw new AppError("VALIDATION", [{ path: "memberId", message: "unknown" }]);
  await assertWishes(digest);
  await limitConfirmations(digest.email);
  const id = newId();
  const outcome = await decide<AddDigestOutcome | { ok: true }>({ lost: "ADDRESS_KNOWN" }, async (tx) => {
    if (!(await hasRoomFor(tx, "email", memberId))) return { ok: false, reason: "TOO_MANY_DIGESTS" };
    await tx.endpoint.create({ data: { id, memberId, kind: "email", createdAt: now(), ...digest } });
    const data = { member: memberId, kind: "email" };
    await recordEvent(tx, { type: "endpoint.added", actor: by, subjectId: id, data });
    return { ok: true };
  });
  if (!outcome.ok) return outcome;
  return { ok: true, endpointId: id, mailed: await askForConfirmation(id) };
}
