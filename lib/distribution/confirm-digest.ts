import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { readSignedId } from "#lib/platform/signed-id";
import { CONFIRM_DIGEST, CONFIRM_HOURS } from "./digest.ts";

const endpointOf = (id: string) =>
  db.endpoint.findUnique({
    where: {
      id,
      disabledAt: null,
      OR: [{ confirmedAt: { not: null } }, { createdAt: { gt: after(now(), -hours(CONFIRM_HOURS)) } }],
    },
    select: { id: true, memberId: true, confirmedAt: true, member: { select: { zh: true, en: true } } },
  });

/** What an address is asked to take, before the button is pressed; null for a dead link. */
export async function findDigestToConfirm(token: string) {
  const id = readSignedId(CONFIRM_DIGEST, token);
  return id ? endpointOf(id) : null;
}

/** The address wants it: from now on it is sent what is published. Twice is as good as once; false for a dead link. */
export async function confirmDigest(token: string): Promise<{ ok: boolean }> {
  const endpoint = await findDigestToConfirm(token);
  if (!endpoint) return { ok: false };
  const { id, memberId } = endpoint;
  await db.$transaction(async (tx) => {
    const { count } = await tx.endpoint.updateMany({
      where: { id, confirmedAt: null, disabledAt: null },
      data: { confirmedAt: now() },
    });
    if (count === 0) return;
    const data = { member: memberId };
    await recordEvent(tx, { type: "endpoint.confirmed", actor: system, subjectId: id, data });
  });
  return { ok: true };
}
