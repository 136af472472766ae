import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { endSession } from "#lib/access/end-sessions";
import { findActorOf } from "#lib/access/find-actor";
import { signIn } from "#lib/access/sign-in";
import { changePassword } from "#lib/members/change-password";
import { changeRoles } from "#lib/members/change-roles";
import { removePerson } from "#lib/members/remove-person";
import { db } from "#lib/platform/db";
import { actorOf, newGuest, seedPerson } from "#seed/people";
import { findActor, sealSession, sessionCookie } from "./session.ts";

const password = "correct horse battery";
const platform = "sc-piyao";

async function signedIn() {
  const person = await seedPerson({ password, roles: [{ memberId: platform, role: "moderator" }] });
  const outcome = await signIn({ email: person.email, password }, newGuest());
  if (!outcome.ok) throw new Error(outcome.reason);
  return { person, sessionId: outcome.sessionId };
}

const admin = async () => actorOf(await seedPerson({ roles: [{ memberId: platform, role: "admin" }] }));

describe("signing in", () => {
  it("starts a session that carries the person's roles", async () => {
    const { person, sessionId } = await signedIn();
    expect(await findActorOf(sessionId)).toMatchObject({
      userId: person.id,
      grants: [{ memberId: platform, role: "moderator", tier: "1" }],
    });
  });

  it("does not tell whether the address or the password is wrong", async () => {
    const { person } = await signedIn();
    const wrong = { ok: false, reason: "WRONG_CREDENTIALS" };
    expect(await signIn({ email: person.email, password: "wrong" }, newGuest())).toEqual(wrong);
    expect(await signIn({ email: "nobody@example.org", password }, newGuest())).toEqual(wrong);
  });
});

describe("the cookie of a session", () => {
  const withCookie = (value: string) => ({
    headers: new Headers({ cookie: `theme=dark; ${sessionCookie.name}=${value}` }),
  });

  it("names its person, until the session ends", async () => {
    const { person, sessionId } = await signedIn();
    const cookie = withCookie(await sealSession(sessionId));
    expect(await findActor(cookie)).toMatchObject({ userId: person.id, sessionId });
    await endSession(sessionId);
    expect(await findActor(cookie)).toBeNull();
  });

  it("names nobody when it was not sealed by us", async () => {
    const { sessionId } = await signedIn();
    const sealed = await sealSession(sessionId);
    const foreign = await encode({ token: { sub: sessionId }, secret: "of another site" });
    for (const value of ["", sessionId, "a.b.c", sealed.slice(0, -1), `${sealed}.`, foreign]) {
      expect(await findActor(withCookie(value)), value).toBeNull();
    }
    expect(await findActor({ headers: new Headers() })).toBeNull();
  });
});

describe("a session ends at once", () => {
  it("when its owner signs out", async () => {
    const { sessionId } = await signedIn();
    await endSession(sessionId);
    expect(await findActorOf(sessionId)).toBeNull();
  });

  it("when it has expired", async () => {
    const { sessionId } = await signedIn();
    await db.session.update({ where: { id: sessionId }, data: { expiresAt: new Date(0) } });
    expect(await findActorOf(sessionId)).toBeNull();
  });

  it("when the password changes, except where it was changed", async () => {
    const { person, sessionId } = await signedIn();
    const other = await signIn({ email: person.email, password }, newGuest());
    const actor = await findActorOf(sessionId);
    if (!actor || !other.ok) throw new Error("not signed in");
    const renewed = { current: password, password: "another long password", repeat: "another long password" };
    expect(await changePassword(actor, { ...renewed, current: "wrong" })).toMatchObject({ ok: false });
    expect(await changePassword(actor, renewed)).toEqual({ ok: true });
    expect(await findActorOf(sessionId)).not.toBeNull();
    expect(await findActorOf(other.sessionId)).toBeNull();
  });

  it("when the roles change", async () => {
    const { person, sessionId } = await signedIn();
    await changeRoles(await admin(), { userId: person.id, memberId: platform, roles: ["reviewer"] });
    expect(await findActorOf(sessionId)).toBeNull();
  });

  it("when the person is removed, who cannot sign in again", async () => {
    const { person, sessionId } = await signedIn();
    await removePerson(await admin(), { userId: person.id, memberId: platform });
    expect(await findActorOf(sessionId)).toBeNull();
    expect(await signIn({ email: person.email, password }, newGuest())).toMatchObject({ ok: false });
  });

  it("when the row of the person is closed behind the application's back", async () => {
    const { person, sessionId } = await signedIn();
    await db.$executeRaw`UPDATE users SET removed_at = now() WHERE id = ${person.id}::uuid`;
    expect(await db.session.findUniqueOrThrow({ where: { id: sessionId } })).toMatchObject({
      revokedReason: "removed",
    });
  });
});

it("lets nobody who has found a session guess the password behind it", async () => {
  const { sessionId } = await signedIn();
  const actor = await findActorOf(sessionId);
  if (!actor) throw new Error("not signed in");
  const guessed = {
    current: "a guess",
    password: "another long password",
    repeat: "another long password",
  };
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => changePassword(actor, guessed)));
  const wrong = outcomes.filter((outcome) => !outcome.ok && outcome.reason === "WRONG_PASSWORD");
  expect(wrong).toHaveLength(10);
  expect(await changePassword(actor, { ...guessed, current: password })).toEqual({
    ok: false,
    reason: "TOO_MANY_ATTEMPTS",
  });
});

it("keeps platform roles at the platform, in the domain and in the database", async () => {
  const person = await seedPerson({ roles: [{ memberId: "dept-health", role: "verifier" }] });
  const change = { userId: person.id, memberId: "dept-health", roles: ["moderator" as const] };
  await expect(changeRoles(await admin(), change)).rejects.toMatchObject({ code: "VALIDATION" });
  const smuggled = {
    userId: person.id,
    memberId: "dept-health",
    role: "admin" as const,
    grantedAt: new Date(),
  };
  await expect(db.membership.create({ data: smuggled })).rejects.toThrow(/platform only/);
});
