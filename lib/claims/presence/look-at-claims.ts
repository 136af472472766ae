import type { Actor } from "#lib/access/actor";
import { readableAmong } from "#lib/claims/read-claim";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { z } from "#lib/platform/validation";
import { MOST_OPEN } from "./lease.ts";

/** The claims that are in sight in the tabs of one browser, by the id of the stream that it was given. */
export const lookAtClaimsSchema = z.object({
  stream: z.uuid(),
  claims: z.array(z.uuid()).max(MOST_OPEN),
});
export type LookAtClaims = z.output<typeof lookAtClaimsSchema>;

/** Notes what a browser has in sight now, in the place of what it had; a claim that its person may not read is left out. */
export async function lookAtClaims(actor: Actor, { stream, claims }: LookAtClaims): Promise<void> {
  const readable = [...(await readableAmong(actor, claims))];
  const at = now();
  await db.$transaction([
    db.presence.deleteMany({
      where: { streamId: stream, userId: actor.userId, claimId: { notIn: readable } },
    }),
    db.$executeRaw`
      INSERT INTO presences (stream_id, claim_id, user_id, since, seen_at)
      SELECT ${stream}::uuid, id, ${actor.userId}::uuid, ${at}, ${at} FROM claims WHERE id = ANY(${readable}::uuid[])
      ON CONFLICT DO NOTHING`,
  ]);
}
