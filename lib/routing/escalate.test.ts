import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import type { Role } from "#lib/access/roles";
import { pauseClocks } from "#lib/clocks/pause-clocks";
import { secondContactsOf, setSecondContact } from "#lib/members/contacts";
import { at } from "#lib/platform/at";
import { after as later, minutes } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { ownerUrl } from "#lib/platform/testing/as-owner";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { acceptAssignment } from "./accept-assignment.ts";
import { escalate } from "./escalate.ts";

const desk = "sc-piyao";
const person = (memberId: string, role: Role) => seedPerson({ roles: [{ memberId, role }] });

/** Work that a county's centre was offered: an hour for the answer, by every clock. */
async function offered(county: string, wanted: { wording?: string; writer?: string } = {}) {
  const lead = `mc-${county}`;
  const claim = await seedClaim({
    status: "assigned",
    urgency: "P1",
    lead,
    places: [county],
    writer: "group-sctv",
    ...wanted,
  });
  const work = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id, memberId: lead } });
  return { claim, lead, assignmentId: work.id, at: (count: number) => later(work.offeredAt, minutes(count)) };
}

type Offered = Awaited<ReturnType<typeof offered>>;
const escalateAt = (work: Offered, count: number) => at(work.at(count), escalate);

const toldOf = async ({ assignmentId }: Pick<Offered, "assignmentId">) =>
  (
    await db.escalation.findMany({
      where: { clock: { assignmentId, kind: "acknowledge" } },
      orderBy: { level: "asc" },
    })
  ).map(({ level, toMemberId }) => [level, toMemberId]);

const eventsOf = async ({ assignmentId }: Offered) =>
  (
    await db.event.findMany({
      where: {
        type: "clock.escalated",
        subjectId: assignmentId,
        data: { path: ["clock"], equals: "acknowledge" },
      },
      orderBy: { seq: "asc" },
    })
  ).map(({ data }) => data);

describe("an offer that nobody answers", () => {
  it("is told level by level, each at its time and once", async () => {
    const work = await offered("510703");
    await Promise.all([person(work.lead, "coordinator"), person("cac-510700", "verifier")]);
    await escalateAt(work, 14);
    expect(await toldOf(work)).toEqual([]);
    await escalateAt(work, 15);
    expect(await toldOf(work)).toEqual([[1, work.lead]]);
    await escalateAt(work, 29);
    await escalateAt(work, 30);
    await escalateAt(work, 59);
    expect(await toldOf(work)).toEqual([
      [1, work.lead],
      [2, "cac-510700"],
    ]);
    await escalateAt(work, 60);
    await escalateAt(work, 600);
    expect(await toldOf(work)).toEqual([
      [1, work.lead],
      [2, "cac-510700"],
      [3, desk],
    ]);
    const of = { clock: "acknowledge", member: work.lead, purpose: "verify" };
    expect(await eventsOf(work)).toEqual([
      { ...of, level: 1, to: work.lead },
      { ...of, level: 2, to: "cac-510700" },
      { ...of, level: 3, to: desk },
    ]);
  });

  it("is told every level at once when the clock jumps past them, and nothing anew when it jumps back", async () => {
    const work = await offered("510603");
    await Promise.all([person(work.lead, "coordinator"), person("cac-510600", "coordinator")]);
    await escalateAt(work, 24 * 60);
    const all = [
      [1, work.lead],
      [2, "cac-510600"],
      [3, desk],
    ];
    expect(await toldOf(work)).toEqual(all);
    for (const count of [-600, 1, 20, 31, 70]) await escalateAt(work, count);
    expect(await toldOf(work)).toEqual(all);
    expect(await eventsOf(work)).toHaveLength(3);
  });

  it("passes over a level that has nobody, to the next that has somebody, at once and once", async () => {
    const work = await offered("510403");
    await escalateAt(work, 15);
    // Neither its own nor the prefecture's office has people who could: the platform's desk is asked.
    expect(await toldOf(work)).toEqual([[2, desk]]);
    await escalateAt(work, 31);
    expect(await toldOf(work)).toEqual([[2, desk]]);
    await escalateAt(work, 60);
    expect(await toldOf(work)).toEqual([
      [2, desk],
      [3, desk],
    ]);
  });

  it("is not passed on to whom the claim is about", async () => {
    const { zh } = await db.member.findUniqueOrThrow({ where: { id: "cac-510500" } });
    const work = await offered("510502", { wording: `${zh}明天起关闭全市网络` });
    await person("cac-510500", "verifier");
    await escalateAt(work, 30);
    expect(await toldOf(work)).toEqual([[2, desk]]);
  });

  it("is not passed on to whoever writes about what is verified", async () => {
    const work = await offered("511502", { writer: "cac-511500" });
    await person("cac-511500", "verifier");
    await escalateAt(work, 30);
    expect(await toldOf(work)).toEqual([[2, desk]]);
  });

  it("is told to whom the member has named before its coordinators", async () => {
    const work = await offered("510704");
    const [coordinator, writer] = [await person(work.lead, "coordinator"), await person(work.lead, "writer")];
    const named = { memberId: work.lead, userId: writer.id };
    expect(await setSecondContact(actorOf(coordinator), { ...named, isContact: true })).toEqual({ ok: true });
    expect((await secondContactsOf([work.lead])).get(work.lead)).toEqual([writer.id]);
    expect(await setSecondContact(actorOf(coordinator), { ...named, isContact: false })).toEqual({
      ok: true,
    });
    expect((await secondContactsOf([work.lead])).get(work.lead)).toEqual([coordinator.id]);
    // Of one's own people alone.
    const stranger = {
      memberId: work.lead,
      userId: (await person("mc-510703", "writer")).id,
      isContact: true,
    };
    expect(await setSecondContact(actorOf(coordinator), stranger)).toEqual({
      ok: false,
      reason: "NOT_A_MEMBER",
    });
    const other = actorOf(await person("mc-510703", "coordinator"));
    await expect(setSecondContact(other, { ...named, isContact: true })).rejects.toThrow("FORBIDDEN");
  });

  it("is told nobody further once it is answered, or while it waits", async () => {
    const [answered, paused] = [await offered("510705"), await offered("510722")];
    await escalateAt(paused, 15);
    expect(await toldOf(answered)).toHaveLength(1);
    const { verifier } = answered.claim.actors;
    await at(answered.at(20), () => acceptAssignment(verifier, { assignmentId: answered.assignmentId }));
    await pauseClocks(db, { claimId: paused.claim.id, reason: "waiting-evidence", at: paused.at(20) });
    await escalateAt(paused, 24 * 60 - 60);
    for (const work of [answered, paused]) expect(await toldOf(work)).toHaveLength(1);
  });
});

it("tells the duty editor of the claim's own times, and of work that is not done", async () => {
  const claim = await seedClaim({ urgency: "P1" });
  const clock = async (kind: "triage" | "first-word" | "verdict") =>
    db.clock.findFirstOrThrow({ where: { claimId: claim.id, kind }, include: { escalations: true } });
  const { dueAt } = await clock("verdict");
  await at(dueAt ?? new Date(), escalate);
  // Its people are the second contacts of the desk.
  expect((await clock("triage")).escalations.map(({ level }) => level)).toEqual([1, 3]);
  for (const kind of ["first-word", "verdict"] as const)
    expect((await clock(kind)).escalations).toMatchObject([{ level: 3, toMemberId: desk }]);
});

describe("two workers, and one that is killed", () => {
  it("tell each level once", async () => {
    const work = await offered("510723");
    await Promise.all([escalateAt(work, 61), escalateAt(work, 61), escalateAt(work, 61)]);
    expect(await toldOf(work)).toHaveLength(2);
    expect(await eventsOf(work)).toHaveLength(2);
  });

  it.each(["escalations", "clocks", "events"])("leave nothing half done: at the table %s", async (table) => {
    const work = await offered("510725");
    const lock = new pg.Client({ connectionString: ownerUrl() });
    await lock.connect();
    await lock.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
    let isOver = false;
    const worker = escalateAt(work, 61)
      .catch(() => {})
      .finally(() => (isOver = true));
    // Whatever it does comes as far as this table, and its connection is cut there.
    await vi.waitFor(
      async () => {
        await lock.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        expect(isOver).toBe(true);
      },
      { timeout: 60_000, interval: 20 },
    );
    await worker;
    await lock.query("ROLLBACK");
    await lock.end();
    const clock = () =>
      db.clock.findFirstOrThrow({ where: { assignmentId: work.assignmentId, kind: "acknowledge" } });
    expect(await toldOf(work)).toEqual([]);
    expect(await eventsOf(work)).toEqual([]);
    expect(await clock()).toMatchObject({ level: 0 });
    await escalateAt(work, 62);
    expect(await toldOf(work)).toHaveLength(2);
    expect(await eventsOf(work)).toHaveLength(2);
    expect(await clock()).toMatchObject({ level: 3 });
  });
});
