import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { after, days, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { readSignedId } from "#lib/platform/signed-id";
import { DIGEST_DAYS, RECEIVE_DIGEST } from "./digest.ts";

const version = {
  select: {
    id: true,
    number: true,
    correctionKind: true,
    content: true,
    debunk: { select: { slug: true, status: true, currentVersion: true, claimId: true } },
  },
} as const;

/** The letter that a link answers, with what it brought; null for a link that has ended or was never ours. */
export async function findDigest(token: string) {
  const id = readSignedId(RECEIVE_DIGEST, token);
  if (!id) return null;
  return db.digest.findUnique({
    where: { id, createdAt: { gt: after(now(), -days(DIGEST_DAYS)) }, endpoint: { disabledAt: null } },
    select: {
      id: true,
      createdAt: true,
      receivedAt: true,
      endpoint: { select: { memberId: true, member: { select: { zh: true, en: true } } } },
      brings: { select: { delivery: { select: { seq: true, version } } } },
    },
  });
}

export type FoundDigest = NonNullable<Awaited<ReturnType<typeof findDigest>>>;

/** A member says, by the link in a letter, that it has what the letter brought: exactly those versions, whatever came later. */
export async function receiveDigest(token: string): Promise<{ ok: boolean }> {
  const digest = await findDigest(token);
  if (!digest) return { ok: false };
  const at = now();
  await db.$transaction(async (tx) => {
    // A letter is answered once, and whatever its server said of it, it has arrived.
    const answered = await tx.$executeRaw`
      UPDATE digests SET received_at = ${at}, sent_at = coalesce(sent_at, ${at}), failed_at = NULL, failure = NULL
      WHERE id = ${digest.id}::uuid AND received_at IS NULL`;
    if (answered > 0) await confirm(tx, digest, at);
  });
  return { ok: true };
}

/** What a member has, it has: in the list that it can fetch and confirm at the desk as well. */
async function confirm(tx: Tx, { id, endpoint: { memberId }, brings }: FoundDigest, at: Date): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string; versionId: string; isList: boolean }[]>`
    UPDATE deliveries SET received_at = ${at}, received_by = 'person' FROM endpoints, digest_versions brought
    WHERE brought.digest_id = ${id}::uuid AND deliveries.debunk_version_id = brought.debunk_version_id
      AND endpoints.id = deliveries.endpoint_id AND endpoints.member_id = ${memberId}
      AND (endpoints.kind = 'pull' OR endpoints.id = brought.endpoint_id) AND received_at IS NULL
    RETURNING deliveries.id::text, deliveries.debunk_version_id::text AS "versionId", kind = 'pull' AS "isList"`;
  const versionOf = new Map(brings.map(({ delivery }) => [delivery.version.id, delivery.version]));
  for (const { id: subjectId, versionId, isList } of rows) {
    const received = versionOf.get(versionId);
    if (!isList || !received) continue;
    const { number, debunk } = received;
    await recordEvent(tx, {
      type: "delivery.received",
      actor: system,
      subjectId,
      claimId: debunk.claimId,
      data: { member: memberId, slug: debunk.slug, version: number, digest: id },
    });
  }
}
