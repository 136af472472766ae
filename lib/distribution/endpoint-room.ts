import type { Tx } from "#lib/platform/db";
import type { EndpointKind } from "./vocabulary.ts";

/** The webhooks, and the digests, that a member may have at one time. */
export const ENDPOINTS_PER_MEMBER = 10;

/** Whether a member may have one more of a kind. Endpoints of one member are made one after the other. */
export async function hasRoomFor(tx: Tx, kind: EndpointKind, memberId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
  const count = await tx.endpoint.count({ where: { memberId, kind, disabledAt: null } });
  return count < ENDPOINTS_PER_MEMBER;
}
