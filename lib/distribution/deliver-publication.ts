import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { composeMessage, messageSelect } from "./compose-message.ts";
import { dueOf } from "./due.ts";
import { makeLabels } from "./make-labels.ts";
import type { EndpointKind } from "./vocabulary.ts";
import { type Wishes, wants } from "./wants.ts";

/** Fan-outs take turns, so that the numbers of deliveries become visible in their order: who fetches by them misses none. */
const LOCK = 4210030;

type Candidate = Wishes & { id: string; kind: EndpointKind; hour: number | null; had: boolean };

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
  // Platforms are told where the label is, which therefore is there.
  await makeLabels(debunkId);
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
  const endpoints = await tx.$queryRaw<Candidate[]>`
    SELECT id::text, kind, hour, topics, divisions, urgencies, EXISTS (
      SELECT FROM deliveries JOIN debunk_versions version ON version.id = debunk_version_id
      WHERE endpoint_id = endpoints.id AND version.debunk_id = ${debunkId}::uuid) AS had
    FROM endpoints WHERE disabled_at IS NULL AND (kind <> 'email' OR confirmed_at IS NOT NULL) ORDER BY id`;
  const wanted = endpoints.filter(
    (endpoint) => endpoint.had || wants(endpoint, { topic, divisions, urgency: claim.urgency }),
  );
  const sent = { isCorrection: version.correctionKind !== null, urgency: claim.urgency };
  const dueAt = ({ kind, hour }: Candidate) => {
    if (hour !== null) return dueOf(sent, hour, at);
    return kind === "webhook" ? at : null;
  };
  const rows = wanted.map((endpoint) => ({ id: newId(), endpoint: endpoint.id, due: dueAt(endpoint) }));
  // By hand, because composing a Prisma statement of many rows costs several times what the database does with it.
  await tx.$executeRaw`
    INSERT INTO deliveries (id, endpoint_id, debunk_version_id, created_at, due_at)
    SELECT id, endpoint, ${versionId}::uuid, ${at}::timestamptz, due
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS wanted (id uuid, endpoint uuid, due timestamptz)
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    UPDATE deliveries SET failed_at = ${at}, failure = 'outdated' FROM debunk_versions version
    WHERE version.id = debunk_version_id AND version.debunk_id = ${debunkId}::uuid AND version.number < ${version.number}
      AND due_at IS NOT NULL AND sent_at IS NULL AND failed_at IS NULL`;
}
