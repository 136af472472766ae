import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import type { Role } from "#lib/access/roles";
import { db } from "#lib/platform/db";
import { actorOf, seedPerson } from "#seed/people";
import { changeRoles } from "./change-roles.ts";
import { invitePerson } from "./invite-person.ts";
import { removePerson } from "./remove-person.ts";

const platform = "sc-piyao";
const at = async (memberId: string, role: Role) => actorOf(await seedPerson({ roles: [{ memberId, role }] }));
const forbidden = { code: "FORBIDDEN" };
const invitation = {
  memberId: platform,
  name: "新同事",
  email: "new@example.org",
  roles: ["admin" as const],
};

let admin: Actor;
beforeAll(async () => {
  admin = await at(platform, "admin");
});

describe("a coordinator at the platform", () => {
  it("cannot make anybody an administrator, not even themselves, nor take anybody off", async () => {
    const coordinator = await at(platform, "coordinator");
    const moderator = await at(platform, "moderator");
    await expect(invitePerson(coordinator, invitation)).rejects.toMatchObject(forbidden);
    const own = { userId: coordinator.userId, memberId: platform, roles: ["admin" as const] };
    await expect(changeRoles(coordinator, own)).rejects.toMatchObject(forbidden);
    const other = { userId: moderator.userId, memberId: platform };
    await expect(removePerson(coordinator, other)).rejects.toMatchObject(forbidden);
    const held = await db.membership.findMany({
      where: { userId: { in: [coordinator.userId, moderator.userId] } },
    });
    expect(held.map(({ role }) => role).toSorted()).toEqual(["coordinator", "moderator"]);
  });
});

it("lets a coordinator staff their own member, and an administrator the platform", async () => {
  const coordinator = await at("dept-health", "coordinator");
  const verifier = { ...invitation, memberId: "dept-health", roles: ["verifier" as const] };
  expect(await invitePerson(coordinator, verifier)).toMatchObject({ ok: true });
  expect(await invitePerson(admin, invitation)).toMatchObject({ ok: true });
});
