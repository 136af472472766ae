import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { callWebhook } from "./call-webhook.ts";
import type { NamedEndpoint } from "./endpoint-schema.ts";
import { limitTests } from "./limit-tests.ts";
import { loadWebhook } from "./load-endpoint.ts";

/** What the receiver made of it: its status and the first bytes of its answer, or what was wrong with the connection. */
export type TestOutcome =
  | { ok: true; status: number; milliseconds: number }
  | { ok: false; reason: "ENDPOINT_ENDED" }
  | { ok: false; reason: "NOT_TAKEN"; status: number | null; error: string | null; answer: string | null };

/**
 * Sends a webhook a message of the type `endpoint.test`, once and at once, and says what came of it.
 * @throws AppError RATE_LIMITED
 */
export async function testWebhook(actor: Actor, { endpointId }: NamedEndpoint): Promise<TestOutcome> {
  const { endpoint, by } = await loadWebhook(actor, endpointId);
  const { secret, formerSecret, formerUntil } = await db.endpoint.findUniqueOrThrow({
    where: { id: endpoint.id },
    select: { secret: true, formerSecret: true, formerUntil: true },
  });
  if (endpoint.disabledAt || !secret) return { ok: false, reason: "ENDPOINT_ENDED" };
  await limitTests(endpoint.memberId);
  const at = now();
  const called = await callWebhook({
    id: newId(),
    endpointId: endpoint.id,
    url: endpoint.url,
    secrets: formerSecret && formerUntil && formerUntil > at ? [secret, formerSecret] : [secret],
    body: JSON.stringify({
      type: "endpoint.test",
      timestamp: at.toISOString(),
      data: { endpoint: endpoint.id },
    }),
  });
  const { status, error, answer, milliseconds } = called;
  await db.$transaction((tx) =>
    recordEvent(tx, {
      type: "endpoint.tested",
      actor: by,
      subjectId: endpoint.id,
      data: { member: endpoint.memberId, status, error },
    }),
  );
  if (status !== null && status >= 200 && status < 300) return { ok: true, status, milliseconds };
  return { ok: false, reason: "NOT_TAKEN", status, error, answer };
}
