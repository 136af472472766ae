import { db } from "#lib/platform/db";

/** Ends the presence of streams that have ended. */
export async function lookAway(streamIds: readonly string[]): Promise<void> {
  if (streamIds.length > 0) await db.presence.deleteMany({ where: { streamId: { in: [...streamIds] } } });
}
