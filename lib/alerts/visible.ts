import type { Actor } from "#lib/access/actor";
import { canEverywhere, membersFor } from "#lib/access/can";
import { givenStates } from "#lib/access/holding";
import { Prisma } from "#lib/platform/db";
import { type AlertKind, alertKinds, kindOf } from "./vocabulary.ts";

const oneOf = (values: readonly string[]): Prisma.Sql => Prisma.sql`ANY(${[...values]})`;

/**
 * Which alerts of a person are shown, counted, opened and told by letter: those of which they may see now what they are about.
 * What somebody may no longer do is not deleted, for it can be given back to them.
 */
export function visibleTo(actor: Pick<Actor, "userId" | "grants">): Prisma.Sql {
  const all: AlertKind[] = [];
  const byMembers = new Map<string, { kinds: AlertKind[]; members: string[] }>();
  for (const kind of alertKinds) {
    const { needs } = kindOf(kind);
    const members = membersFor(actor, needs).toSorted();
    if (canEverywhere(actor, needs)) all.push(kind);
    else if (members.length > 0) {
      const same = byMembers.get(members.join()) ?? { kinds: [], members };
      same.kinds.push(kind);
      byMembers.set(members.join(), same);
    }
  }
  const known = [
    Prisma.sql`alerts.kind = ${oneOf(all)}`,
    ...[...byMembers.values()].map(
      ({ kinds, members }) =>
        Prisma.sql`alerts.kind = ${oneOf(kinds)} AND alerts.member_id = ${oneOf(members)}`,
    ),
  ];
  return Prisma.sql`alerts.user_id = ${actor.userId}::uuid AND (${Prisma.join(known, " OR ")}) AND ${readable(actor)}`;
}

/** That the claim may still be read, where it has to be. */
function readable(actor: Pick<Actor, "grants">): Prisma.Sql {
  if (canEverywhere(actor, "claim.read")) return Prisma.sql`true`;
  const ownWork = alertKinds.filter((kind) => kindOf(kind).isOwnWork);
  return Prisma.sql`(alerts.claim_id IS NULL OR alerts.kind = ${oneOf(ownWork)} OR ${holdsClaim(actor)})`;
}

/** Whether one of the person's members holds the claim of an alert. */
export const holdsClaim = (actor: Pick<Actor, "grants">): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM assignments WHERE assignments.claim_id = alerts.claim_id
    AND assignments.member_id = ${oneOf(membersFor(actor, "claim.read"))} AND assignments.status = ${oneOf(givenStates)})`;
