import { describe, expect, it } from "vitest";
import type { Role } from "#lib/access/roles";
import { loadClaimPage } from "#lib/desk/load-claim-page";
import { endLeave } from "#lib/members/end-leave";
import { takeLeave } from "#lib/members/take-leave";
import { at } from "#lib/platform/at";
import { dayOf, days, after as later, now, startOfDay } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { actorOf, type SeededPerson, seedPerson } from "#seed/people";
import { confirmRoute } from "./confirm-route.ts";
import { previewRoute } from "./preview-route.ts";

const person = (memberId: string, ...roles: Role[]) =>
  seedPerson({ roles: roles.map((role) => ({ memberId, role })) });

const lead = "cac-510700";
const leave = ({ grants, ...of }: SeededPerson, day = dayOf(now())) =>
  takeLeave(actorOf({ grants, ...of }), {
    memberId: grants[0]?.memberId ?? "",
    userId: of.id,
    from: day,
    until: day,
  });

const passedOver = { part: "next", code: "leave", facts: { as: "lead", member: lead, rule: "50" } };

describe("a member of which everybody is away", () => {
  it("is passed over, from midnight to midnight, and asked again as soon as somebody is back", async () => {
    const { id, actors } = await seedClaim({ status: "triaged", places: ["510722"], lead: "dept-health" });
    const [coordinator, verifier] = [await person(lead, "coordinator"), await person(lead, "verifier")];
    // Whoever may not verify is no matter.
    await person(lead, "reviewer");
    const day = dayOf(later(now(), days(3)));
    const midnight = startOfDay(day);
    const route = (moment: Date) => at(moment, () => previewRoute(actors.moderator, id));
    await leave(coordinator, day);
    expect(await route(midnight)).toMatchObject({ lead: { id: lead } });
    await leave(verifier, day);
    expect(await route(later(midnight, -1))).toMatchObject({ lead: { id: lead } });
    const passed = await route(midnight);
    expect(passed?.lead?.id).not.toBe(lead);
    expect(passed?.away).toEqual([]);
    expect(passed?.reasons).toContainEqual(passedOver);
    expect(await route(later(midnight, days(1) - 1))).not.toMatchObject({ lead: { id: lead } });
    expect(await route(later(midnight, days(1)))).toMatchObject({ lead: { id: lead } });
    const back = await db.leave.findFirstOrThrow({ where: { userId: verifier.id } });
    await at(later(midnight, 1), () => endLeave(actorOf(verifier), { leaveId: back.id }));
    expect(await route(later(midnight, 2))).toMatchObject({ lead: { id: lead } });
  });

  it("may still be chosen, and the claim says that nobody is there", async () => {
    const { id, version, actors } = await seedClaim({ status: "triaged", places: [] });
    const chosen = "cac-511300";
    const only = await person(chosen, "verifier");
    await leave(only);
    const route = { claimId: id, version, leadMemberId: chosen };
    expect(await confirmRoute(actors.moderator, route)).toEqual({ ok: true });
    const shown = async () => {
      const { assignments } = await loadClaimPage(actors.moderator, id, null);
      return assignments.find(({ purpose }) => purpose === "verify")?.isAway;
    };
    expect(await shown()).toBe(true);
    await person(chosen, "coordinator");
    expect(await shown()).toBe(false);
  });
});

describe("everybody on leave", () => {
  it("leaves the claim with the platform desk, which is warned", async () => {
    const { id, actors } = await seedClaim({ status: "triaged", places: [], lead: "dept-health" });
    const day = dayOf(later(now(), days(5)));
    const route = () => at(startOfDay(day), () => previewRoute(actors.moderator, id));
    const leadNow = async () => (await route())?.lead?.id ?? "";
    await leave(await person("sc-piyao", "verifier"), day);
    const passed: string[] = [];
    for (let next = await leadNow(); next !== "sc-piyao"; next = await leadNow()) {
      expect(passed).not.toContain(next);
      passed.push(next);
      await person(next, "verifier");
      const people = await db.membership.findMany({
        where: { memberId: next, role: { in: ["coordinator", "verifier"] } },
        include: { user: true, member: true },
      });
      for (const { user, role, member } of people)
        await leave({ ...user, grants: [{ memberId: next, role, tier: member.tier }] }, day);
    }
    expect(passed.length).toBeGreaterThan(0);
    const everybody = await route();
    expect(everybody?.away).toEqual(["sc-piyao"]);
    expect(everybody?.reasons).toContainEqual({
      part: "lead",
      code: "platform-desk",
      facts: { member: "sc-piyao" },
    });
  });
});
