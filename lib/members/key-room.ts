import { usableKeys } from "#lib/access/api-key";
import type { Tx } from "#lib/platform/db";

/** The keys that a member may have at one time, those that end soon included. */
export const KEYS_PER_MEMBER = 10;

/** Whether a member may have one more key, besides one that ends now. Keys of one member are made one after the other. */
export async function hasRoomForKey(tx: Tx, memberId: string, endingId?: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
  const others = endingId === undefined ? {} : { id: { not: endingId } };
  return (await tx.apiKey.count({ where: { memberId, ...others, ...usableKeys() } })) < KEYS_PER_MEMBER;
}
