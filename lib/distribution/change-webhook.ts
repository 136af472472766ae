import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { db } from "#lib/platform/db";
import { assertWishes } from "./assert-wishes.ts";
import type { ChangeWebhook } from "./endpoint-schema.ts";
import { loadWebhook } from "./load-endpoint.ts";
import { hostAndPort } from "./receiver-url.ts";

export type EndpointOutcome = { ok: true } | { ok: false; reason: "ENDPOINT_ENDED" };

/** Changes what a webhook is called, where it is and what it wants; its secret stays. */
export async function changeWebhook(actor: Actor, input: ChangeWebhook): Promise<EndpointOutcome> {
  const { endpointId, name, url, ...wishes } = input;
  const { endpoint, by } = await loadWebhook(actor, endpointId);
  await assertWishes(wishes);
  const host = hostAndPort(new URL(url));
  return db.$transaction(async (tx): Promise<EndpointOutcome> => {
    const { count } = await tx.endpoint.updateMany({
      where: { id: endpoint.id, disabledAt: null },
      data: { name, url, host, ...wishes },
    });
    if (count === 0) return { ok: false, reason: "ENDPOINT_ENDED" };
    await recordEvent(tx, {
      type: "endpoint.changed",
      actor: by,
      subjectId: endpoint.id,
      data: { member: endpoint.memberId, host },
    });
    return { ok: true };
  });
}
