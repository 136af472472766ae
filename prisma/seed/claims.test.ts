import { describe, expect, it } from "vitest";
import { claimStatuses } from "#lib/claims/status";
import { evidenceGate } from "#lib/editorial/evidence-gate";
import { loadGateFacts } from "#lib/editorial/load-draft";
import { db } from "#lib/platform/db";
import { buildContent } from "#lib/publishing/build-content";
import { seedClaim } from "#seed/claims";
import { seedPerson } from "#seed/people";
import { seedReport } from "#seed/reports";

describe("seedClaim", () => {
  it.each(claimStatuses)("leaves a claim in the state %s", async (status) => {
    const seeded = await seedClaim({ status, reports: 2 });
    const claim = await db.claim.findUniqueOrThrow({
      where: { id: seeded.id },
      include: { reports: true, debunk: { include: { versions: true } } },
    });
    expect(claim).toMatchObject({ status, version: seeded.version, number: seeded.number, reportCount: 2 });
    expect(claim.reports).toHaveLength(2);
    expect(claim.debunk?.versions.length ?? 0).toBe(claim.debunk?.currentVersion ?? 0);
  });

  it("leaves a published text that its own gate lets through, and that publishing would build alike", async () => {
    const { id, draftIds } = await seedClaim({ status: "published" });
    const [draftId = ""] = draftIds;
    const version = await db.draftVersion.findFirstOrThrow({
      where: { draftId },
      include: { reviews: true, debunk: true },
    });
    const approvedStages = version.reviews.map(({ stage }) => stage);
    const { content } = version;
    expect(evidenceGate({ kind: "initial", content, ...(await loadGateFacts(id)), approvedStages })).toEqual(
      [],
    );
    const { memberId } = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    const reviews = version.reviews.toSorted((a, b) => a.stage.localeCompare(b.stage));
    const reviewerMemberIds = reviews.map((review) => review.memberId);
    expect(version.debunk[0]?.content).toEqual(
      await buildContent({ claimId: id, memberId, reviewerMemberIds, content }),
    );
  });

  it("records events in the order of time, none of them in the future", async () => {
    const { id } = await seedClaim({ status: "retracted" });
    const events = await db.event.findMany({ where: { claimId: id }, orderBy: { seq: "asc" } });
    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.every((time) => time <= Date.now())).toBe(true);
    expect(events.at(-1)?.type).toBe("debunk.retracted");
  });

  it("counts the reports of a duplicate at the claim it repeats", async () => {
    const parent = await seedClaim({ status: "triaged", reports: 3 });
    await seedClaim({ status: "duplicate", reports: 2, closing: { into: parent } });
    await expect(db.claim.findUniqueOrThrow({ where: { id: parent.id } })).resolves.toMatchObject({
      reportCount: 5,
    });
  });
});

it("redacts a seeded report as intake does", async () => {
  const { id } = await seedReport({ text: "快打138 1234 5678退款" });
  await expect(db.report.findUniqueOrThrow({ where: { id } })).resolves.toMatchObject({
    redactions: { phone: 1 },
  });
});

it("keeps platform roles at the platform", async () => {
  await expect(seedPerson({ roles: [{ memberId: "mc-511722", role: "moderator" }] })).rejects.toThrow();
});
