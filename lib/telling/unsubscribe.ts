import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { db, type Tx } from "#lib/platform/db";
import { readSignedId } from "#lib/platform/signed-id";
import { UNSUBSCRIBE } from "./address.ts";

/**
 * Stops all letters to the address that a letter was sent to: its followers and the contacts of its reports are deleted.
 * False for a token that we never gave out; a second time is as good as the first.
 */
export async function unsubscribe(token: string): Promise<boolean> {
  const recipientId = readSignedId(UNSUBSCRIBE, token);
  if (!recipientId) return false;
  await db.$transaction(async (tx) => {
    const ids = await recipientsOfSameAddress(tx, recipientId);
    await tx.follower.deleteMany({ where: { id: { in: ids } } });
    const { count } = await tx.reportContact.deleteMany({
      where: { reportId: { in: ids }, kind: "email" },
    });
    await tx.notification.deleteMany({ where: { recipientId: { in: ids }, sentAt: null } });
    if (count === 0) return;
    const data = { count };
    await recordEvent(tx, { type: "contact.deleted", actor: system, subjectId: recipientId, data });
  });
  return true;
}

/** One person may have filed several reports and follow several claims with the same address. */
async function recipientsOfSameAddress(tx: Tx, recipientId: string): Promise<string[]> {
  const follower = await tx.follower.findUnique({
    where: { id: recipientId },
    select: { addressHash: true },
  });
  const letters = await tx.notification.findMany({
    where: { recipientId, addressHash: { not: null } },
    select: { addressHash: true },
  });
  const hashes = [follower, ...letters].flatMap((one) => one?.addressHash ?? []);
  const [reached, following] = await Promise.all([
    tx.notification.findMany({
      where: { addressHash: { in: hashes } },
      distinct: ["recipientId"],
      select: { recipientId: true },
    }),
    tx.follower.findMany({ where: { addressHash: { in: hashes } }, select: { id: true } }),
  ]);
  const ids = [recipientId, ...reached.map((one) => one.recipientId), ...following.map(({ id }) => id)];
  return [...new Set(ids)];
}
