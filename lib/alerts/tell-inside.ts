import type { Grant } from "#lib/access/actor";
import { canEverywhere, membersFor } from "#lib/access/can";
import { holdersOf } from "#lib/access/holders";
import { mapGrants } from "#lib/access/map-grants";
import type { Permission } from "#lib/access/permissions";
import type { WorkedEvent } from "#lib/audit/run-reactions";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { audiences, type Rule } from "./audience.ts";
import { findPeople, type ToldEvent } from "./find-people.ts";
import { wakePusher } from "./queue.ts";
import { type AlertKind, isPushed, kindOf } from "./vocabulary.ts";

/** One person who is told, of what kind, and in the name of which member. */
type Recipient = { userId: string; kind: AlertKind; memberId: string };

/** Tells the people inside whom an event concerns (audience.ts). Running twice, or twice at once, tells once. */
export async function tellInside({ id }: WorkedEvent): Promise<void> {
  const event = await db.event.findUniqueOrThrow({ where: { id }, select });
  const { recipients, urgency } = await findRecipients(event);
  if (recipients.length === 0) return;
  const isWaiting = await db.$transaction(async (tx) => {
    const at = now();
    const rows = recipients.map((one) => ({ ...one, id: newId(), at }));
    await tx.alert.createMany({
      data: rows.map((row) => ({ ...row, eventId: id, claimId: event.claimId })),
      skipDuplicates: true,
    });
    const urgent = rows.filter(({ kind }) => isPushed(kind, urgency)).map((row) => row.id);
    if (urgent.length === 0) return false;
    // Of those that were told just now: what another worker has told it pushes.
    const browsers = await tx.alertBrowser.findMany({
      where: { user: { alerts: { some: { id: { in: urgent } } } } },
      select: {
        id: true,
        user: { select: { alerts: { where: { id: { in: urgent } }, select: { id: true } } } },
      },
    });
    const pushes = browsers.flatMap(({ id: browserId, user }) =>
      user.alerts.map((alert) => ({ id: newId(), alertId: alert.id, browserId, createdAt: at, dueAt: at })),
    );
    await tx.alertPush.createMany({ data: pushes, skipDuplicates: true });
    return pushes.length > 0;
  });
  if (isWaiting) await wakePusher();
}

const select = {
  id: true,
  seq: true,
  type: true,
  subjectId: true,
  claimId: true,
  data: true,
  actorUserId: true,
} as const;

type Event = ToldEvent & { actorUserId: string | null };

/** Whom an event concerns now, each by the first rule that names them. */
async function findRecipients(event: Event): Promise<{ recipients: Recipient[]; urgency: string | null }> {
  const rules = audiences[event.type] ?? [];
  const claim = event.claimId
    ? await db.claim.findUniqueOrThrow({
        where: { id: event.claimId },
        select: { urgency: true, suspicion: true },
      })
    : null;
  const urgency = claim?.urgency ?? null;
  const told = { data: event.data, urgency, isKeptApart: Boolean(claim?.suspicion) };
  const found = new Map<string, Recipient>();
  for (const rule of rules.filter(({ when }) => !when || when(told)))
    for (const one of await recipientsOf(rule, event)) found.set(one.userId, found.get(one.userId) ?? one);
  if (event.actorUserId) found.delete(event.actorUserId);
  return { recipients: await withoutRepeats([...found.values()], event.claimId), urgency };
}

async function recipientsOf({ kind, to, orElse = [] }: Rule, event: Event): Promise<Recipient[]> {
  for (const groups of [to, orElse]) {
    const recipients = new Map<string, Recipient>();
    for (const group of groups) {
      const { userIds, memberIds } = await findPeople(group, event);
      for (const one of await entitled(userIds, memberIds, kind, event.claimId))
        recipients.set(one.userId, one);
    }
    if (recipients.size > 0) return [...recipients.values()];
  }
  return [];
}

/** Those of some people who may see what an alert of the kind is about, each with the member by which they may. */
async function entitled(
  userIds: readonly string[],
  memberIds: readonly string[],
  kind: AlertKind,
  claimId: string | null,
): Promise<Recipient[]> {
  const { needs, isOwnWork } = kindOf(kind);
  const grantsOf = await mapGrants(userIds);
  const holders = claimId && !isOwnWork ? (await holdersOf([claimId])).memberIds : null;
  return [...grantsOf].flatMap(([userId, grants]) => {
    const memberId = capacityOf(grants, needs, memberIds);
    const mayRead = holders === null || capacityOf(grants, "claim.read", holders) !== null;
    return memberId !== null && mayRead ? [{ userId, kind, memberId }] : [];
  });
}

/** The member by a role at which somebody may do this: the platform before all others. */
function capacityOf(grants: readonly Grant[], may: Permission, memberIds: readonly string[]): string | null {
  const holder = { grants };
  if (canEverywhere(holder, may)) return grants.find(({ tier }) => tier === "1")?.memberId ?? null;
  return membersFor(holder, may).find((id) => memberIds.includes(id)) ?? null;
}

/** Whoever was told that a claim is urgent, and has not read it yet, is not told so again. */
async function withoutRepeats(
  recipients: readonly Recipient[],
  claimId: string | null,
): Promise<Recipient[]> {
  const urgent = recipients.filter(({ kind }) => kindOf(kind).isUrgent);
  if (!claimId || urgent.length === 0) return [...recipients];
  const known = await db.alert.findMany({
    where: {
      claimId,
      kind: { in: urgent.map(({ kind }) => kind) },
      userId: { in: urgent.map(({ userId }) => userId) },
      readAt: null,
    },
    select: { userId: true },
  });
  const knowing = new Set(known.map(({ userId }) => userId));
  return recipients.filter(({ kind, userId }) => !kindOf(kind).isUrgent || !knowing.has(userId));
}
