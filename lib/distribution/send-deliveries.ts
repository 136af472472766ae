import pLimit, { type LimitFunction } from "p-limit";
import { now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { outbox, type Sending, type Waiting } from "#lib/platform/outbox";
import { callWebhook, type Receiver } from "./call-webhook.ts";
import { noteFailure, noteSuccess, PATIENT } from "./failing-hosts.ts";
import { type Called, noteAttempt, noteGone } from "./note-attempt.ts";

type Due = Waiting & { endpointId: string; versionId: string; host: string; failures: number | null };

/** How many deliveries one receiver has to bear at a time. */
const PER_HOST = 4;

const deliveries = outbox<Due>({
  name: "deliveries",
  columns: Prisma.sql`endpoint_id::text AS "endpointId", debunk_version_id::text AS "versionId",
    (SELECT host FROM endpoints WHERE endpoints.id = endpoint_id) AS host,
    (SELECT failures FROM failing_hosts JOIN endpoints USING (host) WHERE endpoints.id = endpoint_id) AS failures`,
  pick,
});

/** What is due, the receivers in turn; one that fails has one delivery at a time, when it is asked at all. */
function pick(room: number, inHand: readonly Due[]): Prisma.Sql {
  const held = new Map<string, number>();
  for (const { host } of inHand) held.set(host, (held.get(host) ?? 0) + 1);
  const busy = [...held].filter(([, count]) => count >= PER_HOST).map(([host]) => host);
  return Prisma.sql`
    SELECT id FROM (
      SELECT deliveries.id, due_at, failures, host = ANY(${[...held.keys()]}) AS held,
        row_number() OVER (PARTITION BY host ORDER BY due_at, deliveries.seq) AS place
      FROM deliveries JOIN endpoints ON endpoints.id = endpoint_id LEFT JOIN failing_hosts USING (host)
      WHERE kind = 'webhook' AND sent_at IS NULL AND failed_at IS NULL AND due_at <= ${now()} AND paused_at IS NULL
        AND disabled_at IS NULL AND (probe_at IS NULL OR probe_at <= ${now()}) AND NOT host = ANY(${busy})
    ) waiting
    WHERE CASE WHEN coalesce(failures, 0) >= ${PATIENT} THEN place = 1 AND NOT held ELSE place <= ${PER_HOST} END
    ORDER BY place, due_at LIMIT ${room}`;
}

/** Sends everything that is due to members' webhooks. */
export async function sendDeliveries(): Promise<void> {
  const rooms = new Map<string, LimitFunction>();
  await deliveries.workOff(async (due): Promise<Sending<Due>[]> => {
    const receivers = await findReceivers(due);
    const outdated = await overtaken(due);
    await deliveries.end([...outdated], "outdated");
    return due.flatMap((row): Sending<Due>[] => {
      const receiver = receivers.get(row.id);
      if (!receiver || outdated.has(row.id)) return [];
      const room = rooms.get(row.host) ?? pLimit(PER_HOST);
      rooms.set(row.host, room);
      return [{ rows: [row], send: () => room(() => deliver(row, receiver)) }];
    });
  });
}

async function deliver(
  { id, host, endpointId, versionId, failures }: Due,
  receiver: Receiver,
): Promise<void> {
  const called = await callWebhook(receiver);
  const taken = isTaken(called);
  await noteAttempt({ ...called, deliveryId: id, endpointId, versionId, isTaken: taken });
  if (taken) {
    if (failures !== null) await noteSuccess(host);
    return;
  }
  if (called.status === 410) return noteGone(endpointId);
  await noteFailure(host);
  throw Object.assign(new Error("the receiver did not take it"), {
    code: called.error ?? `HTTP-${called.status}`,
    retryAfter: called.retryAfter,
  });
}

/** A redirect is followed no more than believed. */
const isTaken = ({ status }: Called): boolean => status !== null && status >= 200 && status < 300;

type Secrets = {
  id: string;
  url: string | null;
  secret: Uint8Array<ArrayBuffer> | null;
  formerSecret: Uint8Array<ArrayBuffer> | null;
  formerUntil: Date | null;
};

/** What each delivery needs to be sent; none for an endpoint that ended in the meantime, whose deliveries ended with it. */
async function findReceivers(due: readonly Due[]): Promise<Map<string, Receiver>> {
  const [endpoints, messages] = await Promise.all([
    // By hand, because Prisma takes longer over hundreds of rows than the database.
    db.$queryRaw<Secrets[]>`
      SELECT id::text, url, secret, former_secret AS "formerSecret", former_until AS "formerUntil" FROM endpoints
      WHERE id = ANY(${[...new Set(due.map(({ endpointId }) => endpointId))]}::uuid[]) AND disabled_at IS NULL`,
    db.message.findMany({
      where: { debunkVersionId: { in: [...new Set(due.map(({ versionId }) => versionId))] } },
      select: { debunkVersionId: true, body: true },
    }),
  ]);
  const endpointOf = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
  const bodyOf = new Map(messages.map(({ debunkVersionId, body }) => [debunkVersionId, body]));
  return new Map(
    due.flatMap(({ id, endpointId, versionId }) => {
      const [endpoint, body] = [endpointOf.get(endpointId), bodyOf.get(versionId)];
      if (!endpoint?.url || !endpoint.secret || body === undefined) return [];
      const { url, secret, formerSecret, formerUntil } = endpoint;
      const former = formerUntil && formerUntil > now() ? formerSecret : null;
      return [[id, { id, endpointId, url, secrets: former ? [secret, former] : [secret], body }]];
    }),
  );
}

/** Of these, what a newer version of the same notice has overtaken. */
async function overtaken(due: readonly Due[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT deliveries.id::text FROM deliveries
    JOIN debunk_versions version ON version.id = debunk_version_id JOIN debunks ON debunks.id = debunk_id
    WHERE deliveries.id = ANY(${due.map(({ id }) => id)}::uuid[]) AND version.number < current_version`;
  return new Set(rows.map(({ id }) => id));
}
