import type { Actor } from "#lib/access/actor";
import { assertCan, can, membersFor } from "#lib/access/can";
import { ruleOf } from "#lib/access/permissions";
import { ahead } from "#lib/members/hold-people";
import { listMemberChoices } from "#lib/members/queries";
import { DAYS, type Person, rosterDays } from "#lib/members/roster";
import { lastDayOf } from "#lib/members/span";
import { after, dayOf, days, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";

/** So many rows are listed, the soonest. */
const MOST = 200;

const user = { select: { id: true, name: true } } as const;

export type RosterPage = Awaited<ReturnType<typeof loadRosterPage>>;
/** Duty or leave of somebody, in calendar days, and whether the reader may end it. */
export type RosterRow = RosterPage["leaves"][number];

/** The next two weeks of one of the actor's own members, and all duty and leave ahead. @throws AppError NOT_FOUND */
export async function loadRosterPage(actor: Actor, memberId?: string) {
  assertCan(actor, "roster.read");
  const members = await listMemberChoices({ id: { in: membersFor(actor, "roster.read") } });
  const member = memberId === undefined ? members[0] : members.find(({ id }) => id === memberId);
  if (!member) throw new AppError("NOT_FOUND");
  const firstDay = startOfDay(dayOf(now()));
  const orderBy = [{ startsAt: "asc" as const }, { id: "asc" as const }];
  const listed = { where: { memberId: member.id, ...ahead() }, take: MOST, orderBy };
  const [people, leaves, shifts] = await Promise.all([
    listPeopleOf(member.id),
    db.leave.findMany({ ...listed, include: { user, deputy: user } }),
    db.dutyShift.findMany({ ...listed, include: { user } }),
  ]);
  const mayManage = can(actor, "roster.manage", { memberIds: [member.id] });
  const endOfTable = after(firstDay, days(DAYS));
  const row = (one: { id: string; startsAt: Date; endsAt: Date; user: Person }) => ({
    id: one.id,
    person: one.user,
    from: startOfDay(dayOf(one.startsAt)),
    until: startOfDay(lastDayOf(one)),
    deputy: null as Person | null,
    mayEnd: mayManage,
  });
  return {
    member,
    members,
    people,
    days: rosterDays(now(), firstDay, {
      // Of a member only those are missed who could take work; the desk's own people have other things to do besides.
      people: member.kind === "platform" ? people : people.filter(({ takesWork }) => takesWork),
      leaves,
      shifts: shifts.filter(({ startsAt }) => startsAt < endOfTable),
    }),
    hasDuty: shifts.some(({ startsAt }) => startsAt < endOfTable),
    leaves: leaves.map((one) => ({
      ...row(one),
      deputy: one.deputy,
      mayEnd: mayManage || one.userId === actor.userId,
    })),
    shifts: shifts.map(row),
    today: dayOf(now()),
    mayManage,
    ownId: actor.userId,
  };
}

async function listPeopleOf(memberId: string) {
  const people = await db.user.findMany({
    where: { removedAt: null, memberships: { some: { memberId } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, memberships: { where: { memberId }, select: { role: true } } },
  });
  return people.map(({ id, name, memberships }) => ({
    id,
    name,
    takesWork: memberships.some(({ role }) => ruleOf("assignment.assist").member.includes(role)),
  }));
}
