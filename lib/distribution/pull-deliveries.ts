import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { composeMessage, messageSelect } from "./compose-message.ts";
import type { Pulled, PullQuery } from "./pull-schema.ts";

/**
 * What was published for a member since its cursor, oldest first: every version, each once. Whoever comes with a cursor has
 * received what lies before it, which the desk sees. Numbers become visible in their order (deliver-publication.ts), so that
 * nothing can appear behind a cursor.
 */
export async function pullDeliveries(memberId: string, { cursor = "0", limit }: PullQuery): Promise<Pulled> {
  const from = BigInt(cursor);
  const endpoint = { memberId, kind: "pull" } as const;
  if (from > 0n) {
    await db.delivery.updateMany({
      where: { endpoint, seq: { lte: from }, receivedAt: null },
      data: { receivedAt: now(), receivedBy: "program" },
    });
  }
  const rows = await db.delivery.findMany({
    where: { endpoint, seq: { gt: from } },
    orderBy: { seq: "asc" },
    take: limit,
    select: {
      id: true,
      seq: true,
      version: { select: { ...messageSelect, message: { select: { body: true } } } },
    },
  });
  return {
    items: rows.map(({ id, version }) => ({
      id,
      isCurrent: version.number === version.debunk.currentVersion,
      // What was published before there were messages is composed as they are.
      message: JSON.parse(version.message?.body ?? composeMessage(version).body),
    })),
    nextCursor: String(rows.at(-1)?.seq ?? from),
  };
}
