import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#lib/access/roles";
import { changeRoles } from "#lib/members/change-roles";
import { removePerson } from "#lib/members/remove-person";
import { takeLeave } from "#lib/members/take-leave";
import { at } from "#lib/platform/at";
import { dayOf, days, after as later, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { memberRows } from "#seed/members";
import { actorOf, type SeededPerson, seedPerson } from "#seed/people";
import { assignPerson } from "./assign-person.ts";
import { freeWork } from "./free-work.ts";
import { listAssignments } from "./queries.ts";

const centres = memberRows.filter(({ kind }) => kind === "county-media-centre").map(({ id }) => id);
const person = (memberId: string, ...roles: Role[]) =>
  seedPerson({ roles: roles.map((role) => ({ memberId, role })) });

// An installation keeps an administrator, whoever else is removed.
beforeAll(async () => {
  await person("sc-piyao", "admin");
});

/** Work that a member which no other test knows was offered, and its people. */
async function offered() {
  const memberId = centres.pop() ?? "";
  const claim = await seedClaim({ status: "assigned", lead: memberId });
  const { id } = await db.assignment.findFirstOrThrow({
    where: { claimId: claim.id, memberId, purpose: "verify" },
  });
  const [coordinator, verifier, other] = [
    await person(memberId, "coordinator"),
    await person(memberId, "verifier"),
    await person(memberId, "verifier"),
  ];
  const give = (by: SeededPerson, to?: SeededPerson, seen?: SeededPerson) =>
    assignPerson(actorOf(by), {
      assignmentId: id,
      ...(to && { userId: to.id }),
      ...(seen && { seenUserId: seen.id }),
    });
  const read = () => db.assignment.findUniqueOrThrow({ where: { id } });
  return { ...claim, claimId: claim.id, id, memberId, coordinator, verifier, other, give, read };
}

const changed = { ok: false, reason: "ASSIGNMENT_CHANGED" };

describe("the person who does the work", () => {
  it("is whoever takes it, or to whom the coordinator gives it; and lets go of it again", async () => {
    const { id, coordinator, verifier, other, give, read } = await offered();
    expect(await give(verifier, verifier)).toEqual({ ok: true });
    expect(await read()).toMatchObject({ assignedToId: verifier.id, status: "offered" });
    // Nobody takes from a colleague what is theirs; the coordinator may.
    await expect(give(other, other, verifier)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(give(other, undefined, verifier)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await give(other, other)).toEqual(changed);
    expect(await give(coordinator, other, verifier)).toEqual({ ok: true });
    expect(await give(verifier, undefined, verifier)).toEqual(changed);
    expect(await give(other, undefined, other)).toEqual({ ok: true });
    expect(await read()).toMatchObject({ assignedToId: null });
    const events = await db.event.findMany({
      where: { type: "assignment.assigned", subjectId: id },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ data }) => [data.part, data.person ?? null])).toEqual([
      ["given", verifier.id],
      ["given", other.id],
      ["freed", null],
    ]);
  });

  it("is one of two who take it at once", async () => {
    const { verifier, other, give, read } = await offered();
    const both = await Promise.all([give(verifier, verifier), give(other, other)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(changed);
    expect((await read()).assignedToId).toBe(both[0]?.ok ? verifier.id : other.id);
  });

  it("is of the member, and may do it", async () => {
    const { id, memberId, coordinator, verifier, give } = await offered();
    const [writer, elsewhere] = [
      await person(memberId, "writer"),
      await person("dept-health", "coordinator"),
    ];
    const unknown = { code: "VALIDATION", fields: [{ path: "userId", message: "unknown" }] };
    for (const stranger of [writer, elsewhere])
      await expect(give(coordinator, stranger)).rejects.toMatchObject(unknown);
    for (const stranger of [writer, elsewhere])
      await expect(give(stranger, stranger)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(give(elsewhere, verifier)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      assignPerson(actorOf(coordinator), { assignmentId: newId(), userId: verifier.id }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const own = { where: { id }, data: { assignedToId: writer.id } };
    await expect(db.assignment.update(own)).rejects.toThrow(/people of the member/);
  });

  it("is nobody who is away", async () => {
    const { memberId, coordinator, verifier, give } = await offered();
    const today = dayOf(now());
    await takeLeave(actorOf(verifier), { memberId, userId: verifier.id, from: today, until: today });
    expect(await give(coordinator, verifier)).toEqual({ ok: false, reason: "PERSON_AWAY" });
    expect(await give(verifier, verifier)).toEqual({ ok: false, reason: "PERSON_AWAY" });
  });

  it("finds the work by asking for what is theirs, or nobody's", async () => {
    const { id, verifier, other, give } = await offered();
    const shown = async (who: SeededPerson, whose: "mine" | "nobody" | "everybody") =>
      (await listAssignments(actorOf(who), { state: "open", whose })).items.map((row) => row.id);
    expect(await shown(verifier, "nobody")).toEqual([id]);
    expect(await shown(verifier, "mine")).toEqual([]);
    await give(verifier, verifier);
    expect(await shown(verifier, "mine")).toEqual([id]);
    for (const [whose, ids] of [
      ["mine", []],
      ["nobody", []],
      ["everybody", [id]],
    ] as const)
      expect(await shown(other, whose)).toEqual(ids);
  });
});

describe("work of somebody who is not there any more", () => {
  it("is nobody's from the first minute of their leave, and their deputy is proposed", async () => {
    const { memberId, coordinator, verifier, other, give, read } = await offered();
    await give(coordinator, verifier);
    const [from, until] = [dayOf(later(now(), days(2))), dayOf(later(now(), days(3)))];
    const leave = { memberId, userId: verifier.id, from, until, deputyId: other.id };
    expect(await takeLeave(actorOf(verifier), leave)).toEqual({ ok: true });
    await at(later(startOfDay(from), -1), freeWork);
    expect(await read()).toMatchObject({ assignedToId: verifier.id });
    await at(startOfDay(from), freeWork);
    expect(await read()).toMatchObject({ assignedToId: null, proposedToId: other.id, status: "offered" });
    expect(await give(other, other)).toEqual({ ok: true });
    expect(await read()).toMatchObject({ assignedToId: other.id, proposedToId: null });
  });

  it("proposes no deputy who is away too", async () => {
    const { memberId, verifier, other, give, read } = await offered();
    await give(verifier, verifier);
    const day = dayOf(later(now(), days(2)));
    const leave = (of: SeededPerson, deputyId?: string) =>
      takeLeave(actorOf(of), { memberId, userId: of.id, from: day, until: day, deputyId });
    expect(await leave(verifier, other.id)).toEqual({ ok: true });
    expect(await leave(other)).toEqual({ ok: true });
    await at(startOfDay(day), freeWork);
    expect(await read()).toMatchObject({ assignedToId: null, proposedToId: null });
  });

  it.each(["removed", "of another role"] as const)("is nobody's once they are %s", async (how) => {
    const { memberId, coordinator, verifier, give, read } = await offered();
    await give(coordinator, verifier);
    const about = { userId: verifier.id, memberId };
    if (how === "removed") await removePerson(actorOf(coordinator), about);
    else await changeRoles(actorOf(coordinator), { ...about, roles: ["writer"] });
    await freeWork();
    expect(await read()).toMatchObject({ assignedToId: null, status: "offered" });
  });
});
