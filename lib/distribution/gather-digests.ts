import type { Locale } from "#lib/i18n/locale";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { oneByOne } from "#lib/platform/one-by-one";
import { composeDigest, digestSelect } from "./compose-digest.ts";

/** The versions that one letter brings at most. */
export const MOST_BROUGHT = 20;

/** Puts what is due for each address into a letter, whose words are stored before it is sent. */
export async function gatherDigests(): Promise<void> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT endpoint_id::text AS id FROM deliveries JOIN endpoints ON endpoints.id = endpoint_id
    WHERE kind = 'email' AND digest_id IS NULL AND sent_at IS NULL AND failed_at IS NULL AND due_at <= ${now()}
      AND paused_at IS NULL AND disabled_at IS NULL`;
  await oneByOne(
    due,
    ({ id }) => id,
    async ({ id }) => {
      let count: number;
      do count = await db.$transaction((tx) => gatherDigest(tx, id));
      while (count > 0);
    },
  );
}

/** Of two workers the second waits for the first, and finds nothing left. Says how many deliveries it dealt with. */
async function gatherDigest(tx: Tx, endpointId: string): Promise<number> {
  const [endpoint] = await tx.$queryRaw<{ locale: Locale }[]>`
    SELECT locale FROM endpoints
    WHERE id = ${endpointId}::uuid AND paused_at IS NULL AND disabled_at IS NULL FOR NO KEY UPDATE`;
  if (!endpoint) return 0;
  const at = now();
  // Whoever lays a newer version ready waits until these have their letter, and then overtakes it.
  const due = await tx.$queryRaw<{ id: string; versionId: string; isOvertaken: boolean }[]>`
    SELECT deliveries.id::text, version.id::text AS "versionId", version.number < current_version AS "isOvertaken"
    FROM deliveries JOIN debunk_versions version ON version.id = debunk_version_id JOIN debunks ON debunks.id = debunk_id
    WHERE endpoint_id = ${endpointId}::uuid AND digest_id IS NULL AND sent_at IS NULL AND failed_at IS NULL AND due_at <= ${at}
    ORDER BY correction_kind IS NULL, deliveries.seq LIMIT ${MOST_BROUGHT} FOR UPDATE OF deliveries`;
  const overtaken = due.filter(({ isOvertaken }) => isOvertaken).map(({ id }) => id);
  await tx.delivery.updateMany({
    where: { id: { in: overtaken } },
    data: { failedAt: at, failure: "outdated" },
  });
  const fresh = due.filter(({ isOvertaken }) => !isOvertaken);
  if (fresh.length > 0) await storeDigest(tx, { endpointId, locale: endpoint.locale }, fresh, at);
  return due.length;
}

async function storeDigest(
  tx: Tx,
  to: { endpointId: string; locale: Locale },
  fresh: readonly { id: string; versionId: string }[],
  at: Date,
): Promise<void> {
  const { endpointId } = to;
  const versions = await tx.debunkVersion.findMany({
    where: { id: { in: fresh.map(({ versionId }) => versionId) } },
    select: digestSelect,
  });
  const versionOf = new Map(versions.map((version) => [version.id, version]));
  const told = fresh.flatMap(({ versionId }) => versionOf.get(versionId) ?? []);
  const digestId = newId();
  await tx.digest.create({
    data: { id: digestId, endpointId, createdAt: at, dueAt: at, ...composeDigest(digestId, told, to) },
  });
  await tx.digestVersion.createMany({
    data: fresh.map(({ versionId }) => ({ digestId, endpointId, debunkVersionId: versionId })),
  });
  await tx.delivery.updateMany({
    where: { id: { in: fresh.map(({ id }) => id) } },
    data: { digestId },
  });
}
