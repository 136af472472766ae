import type { Tx } from "#lib/platform/db";

/** The webhooks that a member may have at one time. */
export const WEBHOOKS_PER_MEMBER = 10;

/** Whether a member may have one more. Webhooks of one member are made one after the other. */
export async function hasRoomForWebhook(tx: Tx, memberId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
  const count = await tx.endpoint.count({ where: { memberId, kind: "webhook", disabledAt: null } });
  return count < WEBHOOKS_PER_MEMBER;
}
