import { describe, expect, it } from "vitest";
import { at } from "#lib/platform/at";
import { hours, after as later } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { publishDebunk } from "#lib/publishing/publish-debunk";
import { confirmRoute } from "#lib/routing/confirm-route";
import { type SeedClaim, seedClaim } from "#seed/claims";
import { approve } from "#seed/publish-text";
import { closeClaim } from "./close-claim.ts";
import { mergeClaim } from "./merge-claim.ts";
import { sideStates } from "./status.ts";
import { undoTriage } from "./undo-triage.ts";
import { waitForEvidence } from "./wait-for-evidence.ts";

const friday = new Date("2026-12-04T12:00:00+08:00");
const reason = "等检测";

/** A claim in some state that waits for evidence. */
async function waiting(wanted: SeedClaim) {
  const claim = await seedClaim(wanted);
  const { id, version, actors } = claim;
  const outcome = await waitForEvidence(actors.moderator, { claimId: id, version, reason });
  expect(outcome).toEqual({ ok: true });
  return { ...claim, version: version + 1 };
}

const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const eventsOf = async (claimId: string) =>
  (await db.event.findMany({ where: { claimId }, orderBy: { seq: "asc" } })).map(({ type }) => type);
const none = { sideState: null, sideReason: null, sideSince: null };

describe("a wait for evidence ends", () => {
  it("when the claim goes back into the queue: what is due there runs like the rest", async () => {
    const { id, version, actors } = await waiting({ status: "triaged", urgency: "P1", receivedAt: friday });
    const undo = { claimId: id, version, reason: "误操作" };
    await at(later(friday, hours(2)), async () =>
      expect(await undoTriage(actors.moderator, undo)).toEqual({ ok: true }),
    );
    expect(await claimOf(id)).toMatchObject({ status: "received", ...none });
    expect(await db.clock.count({ where: { claimId: id, pauseReason: { not: null } } })).toBe(0);
    const running = { claimId: id, runningSince: { not: null } };
    expect(await db.clock.count({ where: running })).toBe(3);
    expect(await eventsOf(id)).toContain("claim.resumed");
  });

  it("when its notice is published", async () => {
    const claim = await waiting({ status: "review-3" });
    const { id, actors } = claim;
    const [draftId = ""] = claim.draftIds;
    await approve(claim, { draftId, version: 1 }, "review-3");
    expect(await publishDebunk(actors.dutyEditor, { draftId, version: 1 })).toMatchObject({ ok: true });
    expect(await claimOf(id)).toMatchObject({ status: "published", ...none });
    expect(await db.clock.count({ where: { claimId: id, stoppedAt: null } })).toBe(0);
    expect(await eventsOf(id)).toContain("claim.resumed");
  });

  it("when the claim is closed or merged, and says so before it says how it ended", async () => {
    const closed = await waiting({ status: "verifying" });
    const close = { claimId: closed.id, version: closed.version, closing: "opinion", note: "看法" } as const;
    expect(await closeClaim(closed.actors.moderator, close)).toEqual({ ok: true });
    const merged = await waiting({ status: "triaged" });
    const { number } = await claimOf((await seedClaim({ status: "triaged" })).id);
    const merge = { claimId: merged.id, version: merged.version, intoNumber: number, reason: "同一条" };
    expect(await mergeClaim(merged.actors.moderator, merge)).toEqual({ ok: true });
    for (const [id, end] of [
      [closed.id, "claim.closed"],
      [merged.id, "claim.merged"],
    ] as const) {
      expect(await claimOf(id)).toMatchObject(none);
      const types = await eventsOf(id);
      expect(types.indexOf("claim.resumed")).toBeGreaterThan(0);
      expect(types.indexOf("claim.resumed")).toBeLessThan(types.indexOf(end));
    }
  });
});

it("a wait goes on while the work does", async () => {
  const { id, version, lead, writer, actors } = await waiting({ status: "triaged" });
  const route = { claimId: id, version, leadMemberId: lead, writerMemberId: writer };
  expect(await confirmRoute(actors.moderator, route)).toEqual({ ok: true });
  const waits = { sideState: "waiting-evidence", sideReason: reason };
  expect(await claimOf(id)).toMatchObject({ status: "assigned", ...waits });
  expect(await eventsOf(id)).not.toContain("claim.resumed");
});

it("the database keeps no claim waiting that is published or closed", async () => {
  const { id } = await seedClaim({ status: "published" });
  for (const sideState of sideStates) {
    const side = { sideState, sideReason: reason, sideSince: new Date() };
    await expect(db.claim.update({ where: { id }, data: side })).rejects.toThrow("claims_side_state_ends");
  }
});
