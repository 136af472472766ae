import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { type Role, roles } from "#lib/access/roles";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { actorOf, newGuest, seedPerson } from "#seed/people";
import { acceptInvitation } from "./accept-invitation.ts";
import { canStaff } from "./assert-can-staff.ts";
import { changeRoles } from "./change-roles.ts";
import { findInvitation } from "./invitations.ts";
import { invitePerson } from "./invite-person.ts";
import { listPeople } from "./list-people.ts";
import { removePerson } from "./remove-person.ts";
import { withdrawInvitation } from "./withdraw-invitation.ts";

const platform = "sc-piyao";
const [own, other] = ["outlet-cover-news", "dept-health"];
const at = async (memberId: string, ...held: Role[]) =>
  actorOf(await seedPerson({ roles: held.map((role) => ({ memberId, role })) }));

async function invite(actor: Actor, memberId: string, email = `${newId()}@example.org`) {
  const { token } = await invitePerson(actor, { memberId, name: "新同事", email, roles: ["writer"] });
  const { id: invitationId } = (await findInvitation(token)) ?? {};
  return { token, email, invitationId: invitationId ?? "" };
}
const isOpen = async ({ token }: { token: string }) => (await findInvitation(token)) !== null;
const withdrawals = (invitationId: string) =>
  db.event.findMany({
    where: { type: "invitation.withdrawn", subjectId: invitationId },
    select: { actorUserId: true, data: true },
  });

let admin: Actor;
beforeAll(async () => {
  admin = await at(platform, "admin");
});

describe("an open invitation", () => {
  it("is withdrawn by whoever may invite there, once", async () => {
    const coordinator = await at(own, "coordinator");
    const invitation = await invite(coordinator, own);
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => withdrawInvitation(coordinator, invitation)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "LINK_USED" });
    expect(await isOpen(invitation)).toBe(false);
    expect(await withdrawals(invitation.invitationId)).toEqual([
      { actorUserId: coordinator.userId, data: { member: own } },
    ]);
    const listed = (await listPeople(coordinator)).find(({ id }) => id === own);
    expect(listed?.invitations.map(({ id }) => id)).not.toContain(invitation.invitationId);
  });

  it("is not withdrawn by anybody else, nor after it was accepted", async () => {
    const coordinator = await at(own, "coordinator");
    const invitation = await invite(coordinator, own);
    for (const stranger of [
      await at(other, "coordinator"),
      await at(own, "writer"),
      await at(platform, "auditor"),
    ]) {
      await expect(withdrawInvitation(stranger, invitation)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(withdrawInvitation(admin, { invitationId: newId() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const [password, repeat] = ["a sentence to remember", "a sentence to remember"];
    const input = { token: invitation.token, name: "新同事", email: invitation.email, password, repeat };
    expect(await acceptInvitation(input, newGuest())).toMatchObject({ ok: true });
    expect(await withdrawInvitation(admin, invitation)).toEqual({ ok: false, reason: "LINK_USED" });
  });

  it("goes with whoever made it when they are removed, and with the person whom it calls back", async () => {
    const coordinator = await at(own, "coordinator");
    const [theirs, ofAdmin] = [await invite(coordinator, own), await invite(admin, own)];
    const forThem = await invite(admin, own, coordinator.email);
    await removePerson(admin, { userId: coordinator.userId, memberId: own });
    expect([await isOpen(theirs), await isOpen(forThem), await isOpen(ofAdmin)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await withdrawals(theirs.invitationId)).toEqual([
      { actorUserId: admin.userId, data: { member: own } },
    ]);
  });

  it("goes with the role of whoever made it, where they may not invite any more", async () => {
    const both = actorOf(
      await seedPerson({
        roles: [
          { memberId: platform, role: "admin" },
          { memberId: own, role: "coordinator" },
        ],
      }),
    );
    const [here, there] = [await invite(both, own), await invite(both, other)];
    await changeRoles(admin, { userId: both.userId, memberId: platform, roles: ["auditor"] });
    expect([await isOpen(here), await isOpen(there)]).toEqual([true, false]);
    await changeRoles(admin, { userId: both.userId, memberId: own, roles: ["coordinator", "writer"] });
    expect(await isOpen(here)).toBe(true);
    await changeRoles(admin, { userId: both.userId, memberId: own, roles: ["writer"] });
    expect(await isOpen(here)).toBe(false);
  });

  it("goes in the database too, when a row changes behind the application's back", async () => {
    const [removed, demoted] = [
      await at(own, "coordinator", "writer"),
      await at(own, "coordinator", "writer"),
    ];
    const invitations = [await invite(removed, own), await invite(demoted, own)];
    await db.$executeRaw`UPDATE users SET removed_at = now() WHERE id = ${removed.userId}::uuid`;
    await db.$executeRaw`DELETE FROM memberships WHERE user_id = ${demoted.userId}::uuid AND role = 'coordinator'`;
    for (const invitation of invitations) expect(await isOpen(invitation)).toBe(false);
  });
});

it("means the same by the right to invite in the database as in the table of permissions", async () => {
  for (const [memberId, tier] of [
    [platform, "1"],
    [own, "N"],
  ] as const) {
    for (const role of roles) {
      const isHeldHere = await db
        .$transaction(async (tx) => {
          const { id } = await tx.user.create({
            data: {
              id: newId(),
              email: `${newId()}@example.org`,
              name: "某人",
              passwordHash: "-",
              createdAt: new Date(),
            },
          });
          return tx.membership.create({ data: { userId: id, memberId, role, grantedAt: new Date() } });
        })
        .catch(() => null);
      if (!isHeldHere) continue;
      const actor = { grants: [{ memberId, role, tier }] };
      for (const member of [
        { id: platform, tier: "1" },
        { id: own, tier: "N" },
        { id: other, tier: "N" },
      ]) {
        const [row] = await db.$queryRaw<{ may: boolean }[]>`
          SELECT may_staff(${isHeldHere.userId}::uuid, ${member.id}) AS may`;
        expect(row?.may, `${role} of ${memberId} at ${member.id}`).toBe(
          canStaff(actor, "people.invite", member),
        );
      }
    }
  }
});
