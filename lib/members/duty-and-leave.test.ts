import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#lib/access/roles";
import { at } from "#lib/platform/at";
import { dayOf, days, hours, after as later, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { memberRows } from "#seed/members";
import { actorOf, type SeededPerson, seedPerson } from "#seed/people";
import { endDuty } from "./end-duty.ts";
import { endLeave } from "./end-leave.ts";
import { giveDuty } from "./give-duty.ts";
import { removePerson } from "./remove-person.ts";
import { takeLeave } from "./take-leave.ts";
import { whoIsThere } from "./who-is-there.ts";

const centres = memberRows.filter(({ kind }) => kind === "county-media-centre").map(({ id }) => id);
/** A member that no other test knows. */
const newMember = () => centres.pop() ?? "";
const newAt = (memberId: string, ...roles: Role[]) =>
  seedPerson({ roles: roles.map((role) => ({ memberId, role })) });

// An installation keeps an administrator, whoever else is removed.
beforeAll(async () => {
  await newAt("sc-piyao", "admin");
});

const dayIn = (count: number) => dayOf(later(now(), days(count)));

async function staffed() {
  const memberId = newMember();
  const [coordinator, verifier, writer] = [
    await newAt(memberId, "coordinator", "writer"),
    await newAt(memberId, "verifier"),
    await newAt(memberId, "writer"),
  ];
  const leave = (by: SeededPerson, of: SeededPerson, from: number, until: number, deputy?: SeededPerson) =>
    takeLeave(actorOf(by), {
      memberId,
      userId: of.id,
      from: dayIn(from),
      until: dayIn(until),
      ...(deputy && { deputyId: deputy.id }),
    });
  const duty = (by: SeededPerson, of: SeededPerson, from: number, until: number) =>
    giveDuty(actorOf(by), { memberId, userId: of.id, from: dayIn(from), until: dayIn(until) });
  return { memberId, coordinator, verifier, writer, leave, duty };
}

const refusedAt = (path: string, message: string) => ({ code: "VALIDATION", fields: [{ path, message }] });

describe("leave", () => {
  it("is one's own to take and to end, and the coordinator's; it stays on the record", async () => {
    const { memberId, coordinator, verifier, writer, leave } = await staffed();
    const begun = now();
    expect(await leave(verifier, verifier, 0, 1, coordinator)).toEqual({ ok: true });
    expect(await leave(coordinator, writer, 3, 3)).toEqual({ ok: true });
    await expect(leave(writer, verifier, 5, 5)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const [own, other] = await db.leave.findMany({ where: { memberId }, orderBy: { startsAt: "asc" } });
    expect(own).toMatchObject({ userId: verifier.id, deputyId: coordinator.id, madeById: verifier.id });
    // Nobody was away before it was said.
    expect(own?.startsAt.getTime()).toBeLessThanOrEqual(own?.madeAt.getTime() ?? 0);
    expect(own?.startsAt.getTime()).toBeGreaterThanOrEqual(begun.getTime());
    expect(own?.endsAt).toEqual(startOfDay(dayIn(2)));
    const end = (by: SeededPerson, id = "") => endLeave(actorOf(by), { leaveId: id });
    await expect(end(writer, own?.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await end(verifier, own?.id)).toEqual({ ok: true });
    expect(await end(coordinator, own?.id)).toEqual({ ok: false, reason: "ROSTER_CHANGED" });
    // What has not begun holds at no time.
    expect(await end(coordinator, other?.id)).toEqual({ ok: true });
    const ended = await db.leave.findUniqueOrThrow({ where: { id: other?.id ?? "" } });
    expect(ended.endsAt).toEqual(ended.startsAt);
    // The days are free again.
    expect(await leave(writer, writer, 2, 4)).toEqual({ ok: true });
    expect(await leave(verifier, verifier, 0, 1)).toEqual({ ok: true });
    const events = await db.event.findMany({
      where: { type: { startsWith: "leave." }, subjectId: { in: [verifier.id, writer.id] } },
    });
    expect(events).toHaveLength(6);
  });

  it("of one person is there once at a time, also when it is said twice at once", async () => {
    const { memberId, coordinator, verifier, leave } = await staffed();
    const all = await Promise.all(
      [2, 3, 4, 5].flatMap((until) => [
        leave(verifier, verifier, 2, until),
        leave(coordinator, verifier, 2, until),
      ]),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = all.filter(({ ok }) => !ok);
    expect(refused).toEqual(refused.map(() => ({ ok: false, reason: "LEAVE_OVERLAPS" })));
    expect(await db.leave.count({ where: { memberId } })).toBe(1);
  });

  it("names no deputy who is away too, also when two name each other at once", async () => {
    const { memberId, coordinator, leave } = await staffed();
    const [one, two] = [await newAt(memberId, "verifier"), await newAt(memberId, "verifier")];
    for (const day of [1, 3, 5, 7, 9]) {
      const both = await Promise.all([leave(one, one, day, day, two), leave(two, two, day, day, one)]);
      // Whoever was second hears that the deputy is away.
      expect(both).toContainEqual({ ok: true });
      expect(both).toContainEqual({ ok: false, reason: "DEPUTY_AWAY" });
    }
    expect(await db.leave.count({ where: { memberId } })).toBe(5);
    expect(await leave(coordinator, coordinator, 1, 1)).toEqual({ ok: true });
  });

  it.each([
    ["past", -1, 1, "from"],
    ["tooFar", 1, 500, "until"],
  ])("is refused as %s", async (message, from, until, path) => {
    const { verifier, leave } = await staffed();
    await expect(leave(verifier, verifier, from, until)).rejects.toMatchObject(refusedAt(path, message));
  });

  it("has a deputy of the same member who can do the same work", async () => {
    const { memberId, coordinator, verifier, writer, leave } = await staffed();
    const elsewhere = await newAt(newMember(), "verifier");
    const refusal = (deputy: SeededPerson) => leave(verifier, verifier, 1, 1, deputy);
    await expect(refusal(elsewhere)).rejects.toMatchObject(refusedAt("deputyId", "unknown"));
    await expect(refusal(verifier)).rejects.toMatchObject(refusedAt("deputyId", "oneself"));
    await expect(refusal(writer)).rejects.toMatchObject(refusedAt("deputyId", "cannotStandIn"));
    expect(await refusal(coordinator)).toEqual({ ok: true });
    expect(await leave(elsewhere, verifier, 1, 1).catch(({ code }) => code)).toBe("FORBIDDEN");
    expect(
      await takeLeave(actorOf(elsewhere), {
        memberId,
        userId: elsewhere.id,
        from: dayIn(1),
        until: dayIn(1),
      }).catch(({ code }) => code),
    ).toBe("FORBIDDEN");
    expect(await leave(coordinator, elsewhere, 1, 1)).toEqual({ ok: false, reason: "NOT_A_MEMBER" });
  });

  it("begins and ends at midnight in Sichuan", async () => {
    const { memberId, coordinator, verifier } = await staffed();
    const midnight = startOfDay("2027-03-01");
    const day = { memberId, userId: verifier.id, from: "2027-03-01", until: "2027-03-01" };
    await at(later(midnight, -hours(3)), async () => {
      expect(await takeLeave(actorOf(verifier), day)).toEqual({ ok: true });
    });
    const able = [coordinator.id, verifier.id];
    const there = (moment: Date) => whoIsThere([memberId], able, moment);
    expect(await there(later(midnight, -1))).toEqual(able);
    expect(await there(midnight)).toEqual([coordinator.id]);
    expect(await there(later(midnight, days(1) - 1))).toEqual([coordinator.id]);
    expect(await there(later(midnight, days(1)))).toEqual(able);
    // One minute later that day is over.
    await at(later(midnight, days(1)), async () => {
      await expect(takeLeave(actorOf(verifier), day)).rejects.toMatchObject(refusedAt("from", "past"));
    });
  });
});

describe("duty", () => {
  it("is given and taken by coordinators of the member alone", async () => {
    const { memberId, coordinator, verifier, duty } = await staffed();
    const admin = await newAt("sc-piyao", "admin", "duty-editor");
    for (const other of [verifier, admin, await newAt(newMember(), "coordinator")])
      await expect(duty(other, verifier, 1, 2)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await duty(coordinator, admin, 1, 2)).toEqual({ ok: false, reason: "NOT_A_MEMBER" });
    expect(await duty(coordinator, verifier, 1, 2)).toEqual({ ok: true });
    expect(await duty(coordinator, verifier, 2, 3)).toEqual({ ok: false, reason: "DUTY_OVERLAPS" });
    expect(await duty(coordinator, coordinator, 2, 3)).toEqual({ ok: true });
    const shift = await db.dutyShift.findFirstOrThrow({ where: { memberId, userId: verifier.id } });
    const dutyId = shift.id;
    await expect(endDuty(actorOf(verifier), { dutyId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(endDuty(actorOf(admin), { dutyId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const both = await Promise.all([1, 2].map(() => endDuty(actorOf(coordinator), { dutyId })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await expect(endDuty(actorOf(coordinator), { dutyId: newId() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is planned at the platform by its duty editor and its administrators", async () => {
    const memberId = "sc-piyao";
    const [editor, moderator] = [await newAt(memberId, "duty-editor"), await newAt(memberId, "moderator")];
    const input = { memberId, userId: moderator.id, from: dayIn(1), until: dayIn(1) };
    expect(await giveDuty(actorOf(editor), input)).toEqual({ ok: true });
    await expect(giveDuty(actorOf(moderator), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is nobody's who is away then", async () => {
    const { coordinator, verifier, leave, duty } = await staffed();
    await leave(verifier, verifier, 1, 1);
    expect(await duty(coordinator, verifier, 1, 2)).toEqual({ ok: false, reason: "PERSON_AWAY" });
    expect(await duty(coordinator, verifier, 2, 2)).toEqual({ ok: true });
  });
});

describe("whoever leaves a member", () => {
  it("is off its roster, and stands in for nobody", async () => {
    const { memberId, coordinator, verifier, leave, duty } = await staffed();
    const deputy = await newAt(memberId, "verifier");
    expect(await leave(verifier, verifier, 0, 3, deputy)).toEqual({ ok: true });
    expect(await duty(coordinator, deputy, 0, 2)).toEqual({ ok: true });
    expect(await leave(deputy, deputy, 5, 6)).toEqual({ ok: true });
    expect(await removePerson(actorOf(coordinator), { userId: deputy.id, memberId })).toEqual({ ok: true });
    const open = { endedAt: null, userId: deputy.id };
    expect(await db.dutyShift.count({ where: open })).toBe(0);
    expect(await db.leave.count({ where: open })).toBe(0);
    expect(await db.leave.findFirstOrThrow({ where: { userId: verifier.id } })).toMatchObject({
      deputyId: null,
      endedAt: null,
    });
  });

  it("is put on it by nobody who was at it just then", async () => {
    const { memberId, coordinator, verifier, duty } = await staffed();
    const [given] = await Promise.all([
      duty(coordinator, verifier, 0, 2),
      removePerson(actorOf(coordinator), { userId: verifier.id, memberId }),
    ]);
    // Whichever came first: nothing is left of it.
    if (!given.ok) expect(given.reason).toBe("NOT_A_MEMBER");
    expect(await db.dutyShift.count({ where: { userId: verifier.id, endedAt: null } })).toBe(0);
  });
});

describe("the database", () => {
  const span = { startsAt: startOfDay("2027-05-01"), endsAt: startOfDay("2027-05-03") };

  it("keeps strangers, overlaps and backward spans off a roster, and forgets nothing of it", async () => {
    const { memberId, verifier, writer } = await staffed();
    const stranger = await newAt(newMember(), "verifier");
    const row = (userId: string) => ({
      id: newId(),
      userId,
      memberId,
      madeById: userId,
      madeAt: now(),
      ...span,
    });
    await expect(db.leave.create({ data: row(stranger.id) })).rejects.toThrow(/roster/);
    await expect(db.dutyShift.create({ data: row(stranger.id) })).rejects.toThrow(/roster/);
    await expect(db.leave.create({ data: { ...row(verifier.id), deputyId: stranger.id } })).rejects.toThrow(
      /roster/,
    );
    await expect(db.leave.create({ data: { ...row(verifier.id), deputyId: verifier.id } })).rejects.toThrow(
      /leaves_deputy/,
    );
    await expect(db.leave.create({ data: { ...row(verifier.id), endsAt: span.startsAt } })).rejects.toThrow(
      /leaves_order/,
    );
    const { id } = await db.leave.create({ data: { ...row(verifier.id), deputyId: writer.id } });
    const inside = { startsAt: later(span.startsAt, days(1)) };
    await expect(db.leave.create({ data: { ...row(verifier.id), ...inside } })).rejects.toThrow(
      /leaves_once/,
    );
    const duty = await db.dutyShift.create({ data: row(verifier.id) });
    await expect(db.dutyShift.create({ data: row(verifier.id) })).rejects.toThrow(/duty_shifts_once/);
    await expect(db.leave.delete({ where: { id } })).rejects.toThrow(/never deleted/);
    await expect(db.dutyShift.delete({ where: { id: duty.id } })).rejects.toThrow(/never deleted/);
    const change = (data: object) => db.leave.update({ where: { id }, data });
    await expect(change({ startsAt: inside.startsAt })).rejects.toThrow(/as they were made/);
    await expect(change({ endsAt: later(span.endsAt, days(1)) })).rejects.toThrow(/as they were made/);
    await expect(change({ deputyId: verifier.id })).rejects.toThrow();
    const ended = { endsAt: inside.startsAt, endedAt: inside.startsAt, endedById: writer.id };
    await change({ deputyId: null });
    await change(ended);
    await expect(change({ endedAt: span.endsAt })).rejects.toThrow(/as they were made/);
  });
});

describe("who is told of work", () => {
  it("is who is on duty and there, or whoever stands in, or all who are there", async () => {
    const { memberId, coordinator, verifier, leave, duty } = await staffed();
    const third = await newAt(memberId, "verifier");
    const able = [coordinator.id, verifier.id, third.id];
    const there = (count: number) => whoIsThere([memberId], able, later(startOfDay(dayIn(count)), hours(9)));
    expect(await there(1)).toEqual(able);
    await duty(coordinator, verifier, 1, 2);
    expect(await there(1)).toEqual([verifier.id]);
    // Who is on duty falls ill: the deputy, and without one all who are there.
    await leave(verifier, verifier, 2, 2, third);
    expect(await there(2)).toEqual([third.id]);
    await duty(coordinator, coordinator, 4, 4);
    await leave(coordinator, coordinator, 4, 4);
    expect(await there(4)).toEqual([verifier.id, third.id]);
    // Nobody who is away is told, and where everybody is, nobody.
    await leave(coordinator, coordinator, 6, 6);
    expect(await there(6)).toEqual([verifier.id, third.id]);
    for (const one of [verifier, third]) await leave(one, one, 6, 6);
    expect(await there(6)).toEqual([]);
  });
});
