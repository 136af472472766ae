import type { Actor } from "#lib/access/actor";
import { ruleOf } from "#lib/access/permissions";
import type { Role } from "#lib/access/roles";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { assertCanStaff } from "./assert-can-staff.ts";
import type { PeopleOutcome } from "./change-roles.ts";
import type { SetSecondContact } from "./people-schema.ts";

/** Who answers for a member that has named nobody. */
const usual: readonly Role[] = ["coordinator", "duty-editor"];

/**
 * Whom to tell when nobody at a member answers: whom it has named and who still works there, or else its coordinators, at the
 * platform desk its duty editors. A member without such people is not among them.
 */
export async function secondContactsOf(memberIds: readonly string[]): Promise<Map<string, string[]>> {
  const { platform, member } = ruleOf("assignment.list");
  const rows = await db.membership.findMany({
    where: {
      memberId: { in: [...memberIds] },
      user: { removedAt: null },
      OR: [{ role: { in: [...member] } }, { role: { in: [...platform] }, member: { tier: "1" } }],
    },
    select: {
      memberId: true,
      userId: true,
      role: true,
      user: { select: { secondContacts: { select: { memberId: true } } } },
    },
  });
  const named = rows.filter(({ memberId, user }) =>
    user.secondContacts.some((contact) => contact.memberId === memberId),
  );
  const chosen = new Set(named.map(({ memberId }) => memberId));
  const others = rows.filter(({ memberId, role }) => !chosen.has(memberId) && usual.includes(role));
  const contacts = new Map<string, string[]>();
  for (const { memberId, userId } of [...named, ...others])
    contacts.set(memberId, [...new Set([...(contacts.get(memberId) ?? []), userId])]);
  return contacts;
}

/** Whom a member has named, of these people or all. */
export async function listNamedContacts(memberId: string): Promise<string[]> {
  const rows = await db.secondContact.findMany({ where: { memberId }, select: { userId: true } });
  return rows.map(({ userId }) => userId);
}

/** Makes somebody a second contact of their member, or takes that back. */
export async function setSecondContact(actor: Actor, input: SetSecondContact): Promise<PeopleOutcome> {
  const by = await assertCanStaff(actor, "people.change-roles", input.memberId);
  const { userId, memberId, isContact } = input;
  return db.$transaction(async (tx): Promise<PeopleOutcome> => {
    const [works] = await tx.$queryRaw<{ role: string }[]>`
      SELECT role FROM memberships WHERE user_id = ${userId}::uuid AND member_id = ${memberId} LIMIT 1 FOR KEY SHARE`;
    if (!works) return { ok: false, reason: "NOT_A_MEMBER" };
    const row = { userId, memberId };
    const { count } = isContact
      ? await tx.secondContact.createMany({
          data: [{ ...row, setById: actor.userId, setAt: now() }],
          skipDuplicates: true,
        })
      : await tx.secondContact.deleteMany({ where: row });
    if (count > 0) {
      const data = { member: memberId, contact: isContact };
      await recordEvent(tx, { type: "person.contact-set", actor: by, subjectId: userId, data });
    }
    return { ok: true };
  });
}
