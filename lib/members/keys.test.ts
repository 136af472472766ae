import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { readApiKey } from "#lib/access/api-key";
import type { Role } from "#lib/access/roles";
import { days, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedKey } from "#seed/keys";
import { actorOf, seedPerson } from "#seed/people";
import { changeRoles } from "./change-roles.ts";
import { createKey } from "./create-key.ts";
import { KEYS_PER_MEMBER } from "./key-room.ts";
import { createKeySchema } from "./key-schema.ts";
import { listKeys } from "./list-keys.ts";
import { removePerson } from "./remove-person.ts";
import { revokeKey } from "./revoke-key.ts";
import { rotateKey } from "./rotate-key.ts";

const platform = "sc-piyao";
const [own, other] = ["outlet-cover-news", "dept-health"];
const at = async (memberId: string, ...roles: Role[]) =>
  actorOf(await seedPerson({ roles: roles.map((role) => ({ memberId, role })) }));
/** So much time from now on, or (negative) ago. */
const inTime = (milliseconds: number) => new Date(now().getTime() + milliseconds);
const forbidden = { code: "FORBIDDEN" };

const works = (secret: string) =>
  readApiKey(new Request("http://a", { headers: { authorization: `Bearer ${secret}` } }), "intake").then(
    (holder) => holder?.memberId ?? null,
    () => false,
  );

const keyOf = (memberId: string) => ({ memberId, name: "客户端", scopes: ["intake" as const] });
const newest = (memberId: string) =>
  db.apiKey.findFirstOrThrow({ where: { memberId }, orderBy: { createdAt: "desc" } });

async function make(actor: Actor, memberId = own): Promise<{ id: string; secret: string }> {
  const outcome = await createKey(actor, keyOf(memberId));
  if (!outcome.ok) throw new Error(outcome.reason);
  return { id: (await newest(memberId)).id, secret: outcome.secret };
}

let admin: Actor;
let coordinator: Actor;
beforeAll(async () => {
  [admin, coordinator] = [await at(platform, "admin"), await at(own, "coordinator")];
});
beforeEach(() => db.apiKey.deleteMany());

const eventsOf = (subjectId: string) =>
  db.event.findMany({ where: { subjectId }, orderBy: { seq: "asc" }, select: { type: true, data: true } });

describe("making a key", () => {
  it("shows the secret once and records who made it, without it", async () => {
    const { id, secret } = await make(coordinator);
    expect(await works(secret)).toBe(own);
    const events = await eventsOf(id);
    expect(events).toEqual([
      { type: "api-key.created", data: { member: own, hint: secret.slice(-4), scopes: ["intake"] } },
    ]);
    expect(JSON.stringify(events)).not.toContain(secret.slice(3, -4));
  });

  it("is for administrators everywhere and for coordinators at home", async () => {
    await expect(createKey(admin, keyOf(other))).resolves.toMatchObject({ ok: true });
    await expect(createKey(coordinator, keyOf(other))).rejects.toMatchObject(forbidden);
    for (const role of ["moderator", "auditor", "duty-editor"] as const)
      await expect(createKey(await at(platform, role), keyOf(own))).rejects.toMatchObject(forbidden);
    for (const role of ["verifier", "writer", "reviewer"] as const)
      await expect(createKey(await at(own, role), keyOf(own))).rejects.toMatchObject(forbidden);
    await expect(createKey(admin, keyOf("nobody"))).rejects.toMatchObject({ code: "VALIDATION" });
  });

  it("needs a name and scopes that exist", () => {
    const isTaken = (change: object) => createKeySchema.safeParse({ ...keyOf(own), ...change }).success;
    expect(isTaken({})).toBe(true);
    expect(isTaken({ scopes: "intake" })).toBe(true);
    expect(createKeySchema.parse({ ...keyOf(own), scopes: ["intake", "intake"] }).scopes).toEqual(["intake"]);
    for (const change of [{ name: " " }, { name: "名".repeat(61) }, { scopes: [] }, { scopes: undefined }])
      expect(isTaken(change)).toBe(false);
    expect(isTaken({ scopes: ["admin"] })).toBe(false);
  });

  it("stops at ten that work, however many ask at once", async () => {
    await seedKey({ memberId: own, revokedAt: now() });
    const outcomes = await Promise.all(Array.from({ length: 14 }, () => createKey(admin, keyOf(own))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(KEYS_PER_MEMBER);
    expect(outcomes).toContainEqual({ ok: false, reason: "TOO_MANY_KEYS" });
    await expect(createKey(admin, keyOf(other))).resolves.toMatchObject({ ok: true });
  });
});

describe("rotating a key", () => {
  it("lets the old one work for the chosen time beside the new one", async () => {
    const { id, secret } = await make(coordinator);
    const outcome = await rotateKey(coordinator, { keyId: id, overlap: "day" });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.until.getTime()).toBeCloseTo(inTime(days(1)).getTime(), -5);
    expect([await works(secret), await works(outcome.secret)]).toEqual([own, own]);
    expect(await newest(own)).toMatchObject({ name: "客户端", scopes: ["intake"], expiresAt: null });
    await db.apiKey.update({ where: { id }, data: { expiresAt: inTime(-minutes(1)) } });
    expect([await works(secret), await works(outcome.secret)]).toEqual([false, own]);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(["api-key.created", "api-key.rotated"]);
  });

  it("ends the old one at once when that is chosen, even among ten", async () => {
    const keys = await Promise.all(Array.from({ length: KEYS_PER_MEMBER }, () => seedKey({ memberId: own })));
    const [first = { id: "", secret: "" }] = keys;
    const rotate = (overlap: "none" | "week") => rotateKey(admin, { keyId: first.id, overlap });
    await expect(rotate("week")).resolves.toEqual({ ok: false, reason: "TOO_MANY_KEYS" });
    expect(await works(first.secret)).toBe(own);
    await expect(rotate("none")).resolves.toMatchObject({ ok: true, isOver: true });
    expect(await works(first.secret)).toBe(false);
  });

  it("happens once, and not to what has ended", async () => {
    const { id } = await make(coordinator);
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => rotateKey(coordinator, { keyId: id, overlap: "week" })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { id: gone } = await seedKey({ memberId: own, revokedAt: now() });
    const outcome = await rotateKey(admin, { keyId: gone, overlap: "week" });
    expect(outcome).toEqual({ ok: false, reason: "KEY_ENDED" });
  });
});

describe("revoking a key", () => {
  it("ends it at once, also one that would have gone on for a while", async () => {
    const { id, secret } = await make(coordinator);
    await rotateKey(coordinator, { keyId: id, overlap: "week" });
    await expect(revokeKey(coordinator, { keyId: id })).resolves.toEqual({ ok: true });
    expect(await works(secret)).toBe(false);
    await expect(revokeKey(coordinator, { keyId: id })).resolves.toEqual({ ok: false, reason: "KEY_ENDED" });
    expect((await eventsOf(id)).at(-1)).toMatchObject({ type: "api-key.revoked" });
  });
});

it("lets nobody touch another member's key, or one that does not exist", async () => {
  const { id: keyId, secret } = await seedKey({ memberId: other });
  await expect(rotateKey(coordinator, { keyId, overlap: "none" })).rejects.toMatchObject(forbidden);
  await expect(revokeKey(coordinator, { keyId })).rejects.toMatchObject(forbidden);
  await expect(revokeKey(await at(platform, "auditor"), { keyId })).rejects.toMatchObject(forbidden);
  await expect(revokeKey(admin, { keyId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await works(secret)).toBe(other);
});

describe("the list of keys", () => {
  it("asks to rotate those that somebody saw who may not manage them any more", async () => {
    const [leaver, demoted] = [await at(own, "coordinator"), await at(own, "coordinator")];
    for (const staying of [admin, coordinator]) await make(staying);
    const [ofLeaver, ofDemoted] = [await make(leaver), await make(demoted)];
    const asking = async () => {
      const [member] = await listKeys(coordinator);
      return member?.working.flatMap(({ id, asksForRotation }) => (asksForRotation ? [id] : [])).toSorted();
    };
    expect(await asking()).toEqual([]);
    await removePerson(admin, { userId: leaver.userId, memberId: own });
    await changeRoles(admin, { userId: demoted.userId, memberId: own, roles: ["writer"] });
    expect(await asking()).toEqual([ofLeaver.id, ofDemoted.id].toSorted());
    await rotateKey(coordinator, { keyId: ofLeaver.id, overlap: "hour" });
    await revokeKey(coordinator, { keyId: ofDemoted.id });
    expect(await asking()).toEqual([]);
  });

  it("shows administrators and auditors all, coordinators their own, and others nothing", async () => {
    await Promise.all([seedKey({ memberId: own }), seedKey({ memberId: other })]);
    const idsFor = async (actor: Actor) => (await listKeys(actor)).map(({ id }) => id).toSorted();
    expect(await idsFor(admin)).toEqual([other, own].toSorted());
    expect(await idsFor(await at(platform, "auditor"))).toEqual([other, own].toSorted());
    expect(await idsFor(coordinator)).toEqual([own]);
    await expect(listKeys(await at(platform, "moderator"))).rejects.toMatchObject(forbidden);
    await expect(listKeys(await at(own, "writer"))).rejects.toMatchObject(forbidden);
  });

  it("tells what works, what ended of late and who made it, and forgets what ended long ago", async () => {
    await make(coordinator);
    await seedKey({ memberId: own, expiresAt: inTime(days(1)) });
    await seedKey({ memberId: own, expiresAt: inTime(-days(1)) });
    await seedKey({ memberId: own, revokedAt: inTime(-days(1)) });
    await seedKey({ memberId: own, revokedAt: inTime(-days(100)) });
    const [member] = await listKeys(coordinator);
    expect(member?.mayManage).toBe(true);
    expect(member?.working.map(({ state }) => state).toSorted()).toEqual(["ending", "live"]);
    expect(member?.ended.map(({ state }) => state).toSorted()).toEqual(["expired", "revoked"]);
    expect(member?.working.map(({ createdBy }) => createdBy)).toContain(coordinator.name);
    expect(JSON.stringify(member)).not.toContain("secretHash");
  });
});
