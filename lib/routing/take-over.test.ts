import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#lib/access/roles";
import { readClaim } from "#lib/claims/read-claim";
import { listWork } from "#lib/desk/list-work";
import { at } from "#lib/platform/at";
import { after as later, minutes } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { actorOf, type SeededPerson, seedPerson } from "#seed/people";
import { acceptAssignment } from "./accept-assignment.ts";
import { escalate } from "./escalate.ts";
import { takeOverAssignment } from "./take-over-assignment.ts";

const [county, above] = ["mc-510703", "cac-510700"];
const person = (memberId: string, role: Role) => seedPerson({ roles: [{ memberId, role }] });
let office: SeededPerson;
beforeAll(async () => {
  office = await person(above, "verifier");
});

/** Work that was passed on to the prefecture's office because the county's centre does not answer. */
async function passedOn() {
  const claim = await seedClaim({
    status: "assigned",
    urgency: "P1",
    lead: county,
    places: ["510703"],
    writer: "group-sctv",
  });
  const work = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id, memberId: county } });
  await at(later(work.offeredAt, minutes(30)), escalate);
  return { claim, input: { assignmentId: work.id, reason: "一直没有人接" } };
}

const shownTo = async (someone: SeededPerson, claimId: string) =>
  (await listWork(actorOf(someone), { state: "passed-on", whose: "everybody" })).page.items.filter(
    ({ claim }) => claim.id === claimId,
  );

describe("work that is passed on", () => {
  it("is seen by the next level with what is asked, and by nobody else; the claim itself stays closed to it", async () => {
    const { claim } = await passedOn();
    const [row] = await shownTo(office, claim.id);
    expect(row).toMatchObject({
      claim: { number: claim.number, wording: claim.story.wording },
      isReadable: false,
      permits: { takeOver: true, accept: false, giveBack: false, handOver: false },
    });
    await expect(readClaim(actorOf(office), claim.id)).rejects.toThrow("FORBIDDEN");
    for (const other of [await person("cac-510600", "verifier"), await person("mc-510704", "coordinator")])
      expect(await shownTo(other, claim.id)).toEqual([]);
    const open = (await listWork(actorOf(office), { state: "open", whose: "everybody" })).page.items;
    expect(open.filter((one) => one.claim.id === claim.id)).toEqual([]);
  });

  it("is taken over with the rest of its time, and is with its old member no longer", async () => {
    const { claim, input } = await passedOn();
    expect(await takeOverAssignment(actorOf(office), input)).toEqual({ ok: true });
    const works = await db.assignment.findMany({
      where: { claimId: claim.id, purpose: "verify" },
      orderBy: { id: "asc" },
      include: { clocks: { where: { kind: "verdict" } } },
    });
    expect(works).toMatchObject([
      { memberId: county, status: "handed-over", returnReason: input.reason },
      { memberId: above, status: "accepted", handedFromId: input.assignmentId },
    ]);
    expect(works[1]?.clocks[0]?.dueAt).toEqual(
      (await db.clock.findFirstOrThrow({ where: { claimId: claim.id, kind: "verdict", assignmentId: null } }))
        .dueAt,
    );
    expect(await db.claim.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({
      status: "verifying",
    });
    await expect(readClaim(actorOf(office), claim.id)).resolves.toBeDefined();
    await expect(takeOverAssignment(actorOf(office), input)).rejects.toThrow("FORBIDDEN");
  });

  it("is nobody's to take over who was not told, or whose role does not do such work", async () => {
    const { input } = await passedOn();
    const others = [
      await person(above, "writer"),
      await person("cac-510600", "coordinator"),
      await person(county, "coordinator"),
      await person("sc-piyao", "duty-editor"),
    ];
    for (const other of others)
      await expect(takeOverAssignment(actorOf(other), input)).rejects.toThrow("FORBIDDEN");
    const early = await seedClaim({
      status: "assigned",
      urgency: "P3",
      lead: county,
      places: ["510703"],
      writer: "group-sctv",
    });
    const { id } = await db.assignment.findFirstOrThrow({ where: { claimId: early.id, memberId: county } });
    await expect(takeOverAssignment(actorOf(office), { ...input, assignmentId: id })).rejects.toThrow(
      "FORBIDDEN",
    );
  });

  it("goes to one of two who answer at the same moment", async () => {
    const { claim, input } = await passedOn();
    const outcomes = await Promise.all([
      takeOverAssignment(actorOf(office), input),
      acceptAssignment(claim.actors.verifier, input),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const held = { claimId: claim.id, purpose: "verify" as const, status: "accepted" as const };
    expect(await db.assignment.count({ where: held })).toBe(1);
  });

  it("is not seen any more once its member has answered", async () => {
    const { claim, input } = await passedOn();
    expect(await acceptAssignment(claim.actors.verifier, input)).toEqual({ ok: true });
    expect(await shownTo(office, claim.id)).toEqual([]);
  });
});
