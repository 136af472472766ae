import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";

const select = {
  id: true,
  memberId: true,
  kind: true,
  name: true,
  url: true,
  host: true,
  email: true,
  hour: true,
  locale: true,
  confirmedAt: true,
  topics: true,
  divisions: true,
  urgencies: true,
  createdAt: true,
  formerUntil: true,
  pausedAt: true,
  disabledAt: true,
  disabledBecause: true,
  member: { select: { zh: true, en: true } },
} as const;

/** A webhook or a digest that the actor may change, and in which capacity. @throws AppError NOT_FOUND or FORBIDDEN */
export async function loadEndpoint(actor: Actor, endpointId: string) {
  const endpoint = isId(endpointId)
    ? await db.endpoint.findUnique({ where: { id: endpointId, kind: { not: "pull" } }, select })
    : null;
  if (!endpoint) throw new AppError("NOT_FOUND");
  const by = assertCan(actor, "endpoint.manage", { memberIds: [endpoint.memberId] });
  return { endpoint, by };
}

export type LoadedEndpoint = Awaited<ReturnType<typeof loadEndpoint>>["endpoint"];

/** The endpoint as a webhook, or null. */
export const asWebhook = ({ url, ...endpoint }: LoadedEndpoint) => (url ? { ...endpoint, url } : null);
export type LoadedWebhook = NonNullable<ReturnType<typeof asWebhook>>;

/** The endpoint as a digest with its address, or null. */
export const asDigest = ({ email, hour, locale, ...endpoint }: LoadedEndpoint) =>
  email && hour !== null && locale ? { ...endpoint, email, hour, locale } : null;
export type LoadedDigest = NonNullable<ReturnType<typeof asDigest>>;

/** A webhook that the actor may change. @throws AppError NOT_FOUND or FORBIDDEN */
export async function loadWebhook(actor: Actor, endpointId: string) {
  const { endpoint, by } = await loadEndpoint(actor, endpointId);
  const webhook = asWebhook(endpoint);
  if (!webhook) throw new AppError("NOT_FOUND");
  return { endpoint: webhook, by };
}

/** A digest that the actor may change; not one that was taken away. @throws AppError NOT_FOUND or FORBIDDEN */
export async function loadDigest(actor: Actor, endpointId: string) {
  const { endpoint, by } = await loadEndpoint(actor, endpointId);
  const digest = asDigest(endpoint);
  if (!digest) throw new AppError("NOT_FOUND");
  return { endpoint: digest, by };
}
