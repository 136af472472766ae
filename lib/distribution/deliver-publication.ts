import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { composeMessage, messageSelect } from "./compose-message.ts";
import { wants } from "./wants.ts";

/** Fan-outs take turns, so that the numbers of deliveries become visible in their order: who fetches by them misses none. */
const LOCK = 4210030;

/**
 * Lays the newest version of a notice ready for every endpoint that wants it, and for all that were given an earlier one. What
 * was not sent of the earlier ones is overtaken. Running twice delivers once. Whoever calls it wakes the sender.
 */
export async function deliverPublication(debunkId: string): Promise<void> {
  const { id: versionId } =
    (await db.debunkVersion.findFirst({
      where: { debunkId },
      orderBy: { number: "desc" },
      select: { id: true },
    })) ?? {};
  if (!versionId) return;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    await layReady(tx, debunkId, versionId);
  });
}

async function layReady(tx: Tx, debunkId: string, versionId: string): Promise<void> {
  const version = await tx.debunkVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: messageSelect,
  });
  const { topicId: topic, divisionCodes: divisions, claim } = version.debunk;
  const at = now();
  await tx.message.createMany({
    data: [{ debunkVersionId: versionId, ...composeMessage(version), createdAt: at }],
    skipDuplicates: true,
  });
  const endpoints = await tx.endpoint.findMany({
    where: { disabledAt: null },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, topics: true, divisions: true, urgencies: true },
  });
  const served = await tx.delivery.findMany({
    where: { version: { debunkId } },
    distinct: ["endpointId"],
    select: { endpointId: true },
  });
  const had = new Set(served.map(({ endpointId }) => endpointId));
  const wanted = endpoints.filter(
    (endpoint) => had.has(endpoint.id) || wants(endpoint, { topic, divisions, urgency: claim.urgency }),
  );
  await tx.delivery.createMany({
    data: wanted.map(({ id, kind }) => ({
      id: newId(),
      endpointId: id,
      debunkVersionId: versionId,
      createdAt: at,
      dueAt: kind === "webhook" ? at : null,
    })),
    skipDuplicates: true,
  });
  await tx.$executeRaw`
    UPDATE deliveries SET failed_at = ${at}, failure = 'outdated' FROM debunk_versions version
    WHERE version.id = debunk_version_id AND version.debunk_id = ${debunkId}::uuid AND version.number < ${version.number}
      AND due_at IS NOT NULL AND sent_at IS NULL AND failed_at IS NULL`;
}
