import type { Role } from "#lib/access/roles";
import { after, dayOf, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { AHEAD, type Span, spanOf } from "./span.ts";
import type { Colleague } from "./substitute.ts";

/** A person of a member who is wanted there. */
export type Held = Colleague & { userId: string };

/**
 * The people of a member, held as they are: of two who fill in its roster at once the second sees what the first wrote, and
 * nobody is taken off meanwhile.
 */
export async function holdPeople(tx: Tx, memberId: string): Promise<Map<string, Held>> {
  await tx.$queryRaw`SELECT 1 FROM memberships WHERE member_id = ${memberId} ORDER BY user_id, role FOR UPDATE`;
  const held = await tx.membership.findMany({
    where: { memberId, user: { removedAt: null } },
    select: { userId: true, role: true, member: { select: { tier: true } } },
  });
  const people = new Map<string, Held & { roles: Role[] }>();
  for (const { userId, role, member } of held) {
    const one = people.get(userId) ?? { userId, memberId, tier: member.tier, roles: [] };
    one.roles.push(role);
    people.set(userId, one);
  }
  return people;
}

/** The span of days that are not over and not too far away; today begins now. @throws AppError VALIDATION */
export function spanAhead(input: { from: string; until: string }): Span {
  const refuse = (path: string, message: string) => new AppError("VALIDATION", [{ path, message }]);
  if (input.from < dayOf(now())) throw refuse("from", "past");
  if (input.until > dayOf(after(now(), AHEAD))) throw refuse("until", "tooFar");
  const { startsAt, endsAt } = spanOf(input);
  return { startsAt: new Date(Math.max(startsAt.getTime(), now().getTime())), endsAt };
}

/** What stands on a roster and is not over. */
export const ahead = () => ({ endedAt: null, endsAt: { gt: now() } });

/** What stands on a roster and has a moment in common with a span that is ahead; what was ended has none. */
export const meeting = ({ startsAt, endsAt }: Span) => ({
  endedAt: null,
  startsAt: { lt: endsAt },
  endsAt: { gt: startsAt },
});

/** What holds at a moment. */
export const holding = (at: Date) => ({ startsAt: { lte: at }, endsAt: { gt: at } });

/** Whether somebody is away from a member at some moment of a span. */
export const isAwayIn = async (tx: Tx, userId: string, memberId: string, span: Span): Promise<boolean> =>
  (await tx.leave.count({ where: { userId, memberId, ...meeting(span) } })) > 0;

/** How a row of the roster ends now; what has not begun holds at no time. */
export const endedNow = ({ startsAt }: Pick<Span, "startsAt">, endedById: string) => ({
  endsAt: startsAt > now() ? startsAt : now(),
  endedAt: now(),
  endedById,
});

/** Who is away from their member at a moment, with who stands in. */
export const listAway = (at: Date, memberIds?: readonly string[]) =>
  db.leave.findMany({
    where: { ...holding(at), ...(memberIds && { memberId: { in: [...memberIds] } }) },
    select: { userId: true, memberId: true, deputyId: true },
  });
