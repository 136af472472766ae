import { describe, expect, it } from "vitest";
import { triageClaim } from "#lib/claims/triage-claim";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedClaim } from "#seed/claims";
import { seedPerson } from "#seed/people";
import { confirmRoute } from "./confirm-route.ts";
import { previewRoute } from "./preview-route.ts";

/** A claim about the only member that could verify it. */
async function nowhereToGo() {
  const { id, version, actors } = await seedClaim();
  const { zh } = await db.member.findUniqueOrThrow({ where: { id: "sc-piyao" } });
  const wording = `${zh}明天停止服务。`;
  const triage = { claimId: id, version, wording, topicId: "other", places: [], urgency: "P3" as const };
  expect(await triageClaim(actors.moderator, triage)).toEqual({ ok: true });
  return { id, version: version + 1, moderator: actors.moderator };
}

describe("the route of a claim", () => {
  it("is that of its topic, its places and where its reports were seen", async () => {
    const { id, actors } = await seedClaim({
      status: "triaged",
      places: ["510722"],
      reports: [{ text: "三台县的这条消息是真的吗？", seenOn: "douyin" }],
    });
    expect(await previewRoute(actors.moderator, id)).toMatchObject({
      divisionCode: "510722",
      lead: { id: "cac-510700" },
      writer: { id: "mc-510722" },
      platforms: [{ id: "plat-douyin" }],
    });
  });

  it("names the chosen members that have no account yet", async () => {
    const others = { lead: "dept-health", writer: "outlet-cover-news" };
    const { id, actors } = await seedClaim({ status: "triaged", places: ["511300"], ...others });
    const lead = "cac-511300";
    expect(await previewRoute(actors.moderator, id)).toMatchObject({ lead: { id: lead }, unstaffed: [lead] });
    await seedPerson({ roles: [{ memberId: lead, role: "verifier" }] });
    expect(await previewRoute(actors.moderator, id)).toMatchObject({ lead: { id: lead }, unstaffed: [] });
  });

  it("names both members without an account: who verifies never writes", async () => {
    const others = { lead: "dept-health", writer: "outlet-cover-news" };
    const { id, actors } = await seedClaim({ status: "triaged", places: ["511921"], ...others });
    const [lead, writer] = ["cac-511900", "mc-511921"];
    expect(await previewRoute(actors.moderator, id)).toMatchObject({
      lead: { id: lead },
      writer: { id: writer },
      unstaffed: [lead, writer],
    });
  });

  it("goes to the hinted outlet that holds less work", async () => {
    const { id, actors } = await seedClaim({ status: "triaged", places: [] });
    const hinted = ["outlet-cover-news", "outlet-sichuan-online"] as const;
    for (const memberId of hinted) await seedPerson({ roles: [{ memberId, role: "writer" }] });
    for (const busy of [...hinted, hinted[0]]) await seedClaim({ status: "assigned", writer: busy });
    expect(await previewRoute(actors.moderator, id)).toMatchObject({ writer: { id: hinted[1] } });
    for (const busy of [hinted[1], hinted[1]]) await seedClaim({ status: "assigned", writer: busy });
    expect(await previewRoute(actors.moderator, id)).toMatchObject({ writer: { id: hinted[0] } });
  });

  it("is none while nobody has said its topic", async () => {
    const { id, actors } = await seedClaim({ topicId: null });
    expect(await previewRoute(actors.moderator, id)).toBeNull();
  });

  it("is the desk's to see, and of a claim that exists", async () => {
    const { id, actors } = await seedClaim({ status: "triaged" });
    for (const actor of [actors.verifier, actors.writer, actors.secondReviewer])
      await expect(previewRoute(actor, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(previewRoute(actors.moderator, newId())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a claim about the only member that could verify it", () => {
  it("has nobody to propose, and stays at the desk when somebody confirms it so", async () => {
    const { id, version, moderator } = await nowhereToGo();
    expect(await previewRoute(moderator, id)).toMatchObject({
      lead: null,
      writer: { tier: "5" },
      reasons: expect.arrayContaining([
        { part: "conflict", code: "claim-about", facts: { as: "lead", member: "sc-piyao", rule: "60" } },
      ]),
    });
    expect(await confirmRoute(moderator, { claimId: id, version })).toEqual({
      ok: false,
      reason: "NO_ROUTE",
    });
    expect(await db.claim.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "triaged", version });
    expect(await db.assignment.count({ where: { claimId: id } })).toBe(0);
    expect(await db.route.count({ where: { claimId: id } })).toBe(0);
  });

  it("goes to nobody whom it is about, and the database refuses a route that says otherwise", async () => {
    const { id, version, moderator } = await nowhereToGo();
    const about = "sc-piyao";
    for (const named of [
      { leadMemberId: about, writerMemberId: "media-510700" },
      { leadMemberId: "dept-health", writerMemberId: about },
    ])
      expect(await confirmRoute(moderator, { claimId: id, version, ...named })).toEqual({
        ok: false,
        reason: "CLAIM_ABOUT",
      });
    const named = { leadMemberId: "dept-health", writerMemberId: "media-510700" };
    expect(await confirmRoute(moderator, { claimId: id, version, ...named })).toEqual({ ok: true });
    const route = await db.route.findFirstOrThrow({ where: { claimId: id } });
    expect(route.aboutMemberIds).toEqual([about]);
    for (const data of [{ leadMemberId: about }, { writerMemberId: about }, { platformMemberIds: [about] }])
      await expect(db.route.update({ where: { id: route.id }, data })).rejects.toThrow(
        /routes_not_whom_it_is_about/,
      );
  });

  it("goes to nobody who would verify their own text", async () => {
    const { id, version, moderator } = await nowhereToGo();
    const both = { leadMemberId: "mc-510722", writerMemberId: "mc-510722" };
    expect(await confirmRoute(moderator, { claimId: id, version, ...both })).toEqual({
      ok: false,
      reason: "VERIFIER_WRITES",
    });
    expect(await db.claim.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "triaged", version });
  });

  it.each([
    ["names both who verify and who write", { leadMemberId: "dept-health", writerMemberId: "media-510700" }],
    ["names who verify, and leaves the writer as proposed", { leadMemberId: "dept-health" }],
  ])("goes where the desk sends it: it %s", async (_, named) => {
    const { id, version, moderator } = await nowhereToGo();
    const proposed = (await previewRoute(moderator, id))?.writer?.id;
    expect(await confirmRoute(moderator, { claimId: id, version, ...named })).toEqual({ ok: true });
    const route = { writerMemberId: proposed, ...named, divisionCode: "510000", changed: true };
    expect(await db.route.findMany({ where: { claimId: id } })).toMatchObject([route]);
    expect(
      await db.assignment.findMany({ where: { claimId: id }, orderBy: { purpose: "asc" } }),
    ).toMatchObject([
      { purpose: "verify", memberId: route.leadMemberId },
      { purpose: "write", memberId: route.writerMemberId },
    ]);
  });
});
