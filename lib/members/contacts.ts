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
  const rows = await db.$queryRaw<{ memberId: string; userId: string; isNamed: boolean; isUsual: boolean }[]>`
    SELECT membership.member_id AS "memberId", membership.user_id::text AS "userId",
      bool_or(contact.user_id IS NOT NULL) AS "isNamed", bool_or(role = ANY(${[...usual]})) AS "isUsual"
    FROM memberships membership
    JOIN users ON users.id = membership.user_id AND users.removed_at IS NULL
    JOIN members ON members.id = membership.member_id
    LEFT JOIN second_contacts contact
      ON contact.member_id = membership.member_id AND contact.user_id = membership.user_id
    WHERE membership.member_id = ANY(${[...memberIds]})
      AND (role = ANY(${[...member]}) OR members.tier = '1' AND role = ANY(${[...platform]}))
    GROUP BY membership.member_id, membership.user_id`;
  const contacts = new Map<string, string[]>();
  for (const [memberId, people] of Map.groupBy(rows, (row) => row.memberId)) {
    const named = people.filter(({ isNamed }) => isNamed);
    const told = named.length > 0 ? named : people.filter(({ isUsual }) => isUsual);
    if (told.length > 0)
      contacts.set(
        memberId,
        told.map(({ userId }) => userId),
      );
  }
  return contacts;
}

/** Whom a member has named. */
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
