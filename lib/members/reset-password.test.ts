import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { findActorOf } from "#lib/access/find-actor";
import type { Role } from "#lib/access/roles";
import { signIn } from "#lib/access/sign-in";
import { at } from "#lib/platform/at";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { actorOf, newGuest, type SeededPerson, seedPerson } from "#seed/people";
import { acceptInvitation } from "./accept-invitation.ts";
import { changePassword } from "./change-password.ts";
import { changeRoles } from "./change-roles.ts";
import { invitePerson } from "./invite-person.ts";
import { makePasswordLink } from "./make-password-link.ts";
import { findPasswordLink } from "./password-links.ts";
import { removePerson } from "./remove-person.ts";
import { resetPassword } from "./reset-password.ts";

const platform = "sc-piyao";
const [own, other] = ["outlet-cover-news", "dept-health"];
const [forgotten, renewed] = ["a forgotten sentence", "a fresh new sentence"];

const person = (...roles: [string, Role][]) =>
  seedPerson({ password: forgotten, roles: roles.map(([memberId, role]) => ({ memberId, role })) });
const actor = async (...roles: [string, Role][]) => actorOf(await person(...roles));

async function linkFor({ id: userId }: SeededPerson, maker: Actor, memberId = own): Promise<string> {
  const outcome = await makePasswordLink(maker, { userId, memberId });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.token;
}
const reset = (token: string) => resetPassword({ token, password: renewed, repeat: renewed });
const used = { ok: false, reason: "LINK_USED" };

let admin: Actor;
let coordinator: Actor;
beforeAll(async () => {
  [admin, coordinator] = [await actor([platform, "admin"]), await actor([own, "coordinator"])];
});

describe("the link for a forgotten password", () => {
  it("gives a new one, once, and ends all sessions", async () => {
    const writer = await person([own, "writer"]);
    const before = await signIn({ email: writer.email, password: forgotten }, newGuest());
    const token = await linkFor(writer, coordinator);
    expect((await findPasswordLink(token))?.user.email).toBe(writer.email);
    expect(before.ok && (await findActorOf(before.sessionId))).not.toBeNull();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => reset(token)));
    expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, userId: writer.id }]);
    expect(outcomes).toContainEqual(used);
    expect(before.ok && (await findActorOf(before.sessionId))).toBeNull();
    expect(await signIn({ email: writer.email, password: forgotten }, newGuest())).toMatchObject({
      ok: false,
    });
    expect(await signIn({ email: writer.email, password: renewed }, newGuest())).toMatchObject({ ok: true });
    const events = await db.event.findMany({
      where: { subjectId: writer.id, type: { in: ["password-link.made", "password.reset"] } },
      orderBy: { seq: "asc" },
      select: { type: true, actorUserId: true, data: true },
    });
    expect(events).toEqual([
      { type: "password-link.made", actorUserId: coordinator.userId, data: { member: own } },
      { type: "password.reset", actorUserId: writer.id, data: {} },
    ]);
    expect(JSON.stringify(await db.passwordLink.findMany())).not.toContain(token);
  });

  it("ends after a day, with a newer one, and when the password is changed after all", async () => {
    const writer = await person([own, "writer"]);
    const old = await at(after(now(), -hours(24)), () => linkFor(writer, coordinator));
    expect(await reset(old)).toEqual(used);
    const links = await Promise.all(Array.from({ length: 4 }, () => linkFor(writer, coordinator)));
    const open = await Promise.all(links.map(findPasswordLink));
    expect(open.filter((link) => link !== null)).toHaveLength(1);
    const change = { current: forgotten, password: renewed, repeat: renewed };
    expect(await changePassword(actorOf(writer), change)).toEqual({ ok: true });
    for (const link of links) expect(await reset(link)).toEqual(used);
  });

  it("ends with the person whom it is for, also when they come back", async () => {
    const writer = await person([own, "writer"]);
    const token = await linkFor(writer, coordinator);
    await removePerson(coordinator, { userId: writer.id, memberId: own });
    expect(await reset(token)).toEqual(used);
    const roles: Role[] = ["writer"];
    const invited = await invitePerson(coordinator, {
      memberId: own,
      name: "回来",
      email: writer.email,
      roles,
    });
    const account = { name: "回来", email: writer.email, password: renewed, repeat: renewed };
    expect(await acceptInvitation({ ...account, token: invited.token }, newGuest())).toMatchObject({
      ok: true,
    });
    expect(await reset(token)).toEqual(used);
  });

  it("ends when its maker may not make it any more, or the person has got more rights", async () => {
    const [leaver, writer] = [await actor([own, "coordinator"]), await person([own, "writer"])];
    const ofLeaver = await linkFor(writer, leaver);
    await changeRoles(admin, { userId: leaver.userId, memberId: own, roles: ["writer"] });
    expect(await reset(ofLeaver)).toEqual(used);
    const token = await linkFor(writer, coordinator);
    await db.membership.create({
      data: { userId: writer.id, memberId: platform, role: "admin", grantedAt: now() },
    });
    expect(await reset(token)).toEqual(used);
    const behind = db.passwordLink.updateMany({
      where: { userId: writer.id, revokedAt: null },
      data: { usedAt: now() },
    });
    await expect(behind).rejects.toThrow(/more rights/);
  });
});

describe("a link is made", () => {
  it("by a coordinator for whoever has no rights beyond their own member", async () => {
    const nobody = { ok: false, reason: "NOT_A_MEMBER" };
    const more = { ok: false, reason: "MORE_RIGHTS" };
    const at = (who: SeededPerson, memberId = own) =>
      makePasswordLink(coordinator, { userId: who.id, memberId });
    expect(await at(await person([own, "coordinator"], [own, "writer"]))).toMatchObject({ ok: true });
    expect(await at(await person([own, "writer"], [other, "writer"]))).toEqual(more);
    expect(await at(await person([own, "writer"], [platform, "auditor"]))).toEqual(more);
    expect(await at(await person([other, "writer"]))).toEqual(nobody);
    await expect(at(await person([other, "writer"]), other)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await makePasswordLink(coordinator, { userId: newId(), memberId: own })).toEqual(nobody);
  });

  it("by nobody for the platform but an administrator, and never for oneself", async () => {
    const auditor = await person([platform, "auditor"], [own, "writer"]);
    const there = await actor([platform, "coordinator"]);
    const forAuditor = { userId: auditor.id, memberId: platform };
    await expect(makePasswordLink(there, forAuditor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await makePasswordLink(admin, forAuditor)).toMatchObject({ ok: true });
    for (const [self, memberId] of [
      [admin, platform],
      [coordinator, own],
    ] as const) {
      const own = { userId: self.userId, memberId };
      await expect(makePasswordLink(self, own)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
