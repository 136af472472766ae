import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";

/** A webhook that the actor may change, and in which capacity. @throws AppError NOT_FOUND or FORBIDDEN */
export async function loadWebhook(actor: Actor, endpointId: string) {
  const endpoint = isId(endpointId)
    ? await db.endpoint.findUnique({
        where: { id: endpointId, kind: "webhook" },
        select: {
          id: true,
          memberId: true,
          name: true,
          url: true,
          host: true,
          topics: true,
          divisions: true,
          urgencies: true,
          createdAt: true,
          formerUntil: true,
          pausedAt: true,
          disabledAt: true,
          disabledBecause: true,
          member: { select: { zh: true, en: true } },
        },
      })
    : null;
  if (!endpoint?.url) throw new AppError("NOT_FOUND");
  const by = assertCan(actor, "endpoint.manage", { memberIds: [endpoint.memberId] });
  return { endpoint: { ...endpoint, url: endpoint.url }, by };
}

export type LoadedWebhook = Awaited<ReturnType<typeof loadWebhook>>["endpoint"];
