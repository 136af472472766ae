import { expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { undoTriage } from "#lib/claims/undo-triage";
import { addEvidence } from "#lib/investigation/add-evidence";
import { withdrawEvidence } from "#lib/investigation/withdraw-evidence";
import { db } from "#lib/platform/db";
import { acceptAssignment } from "#lib/routing/accept-assignment";
import { confirmRoute } from "#lib/routing/confirm-route";
import { returnAssignment } from "#lib/routing/return-assignment";
import { undoRoute } from "#lib/routing/undo-route";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { loadClaimPage } from "./load-claim-page.ts";

const evidence = {
  type: "official-statement",
  publisher: "绵阳市水务局",
  title: "供水公告",
  shows: "没有停水",
  isPrimary: true,
} as const;
const reason = "误操作";

/** A claim whose verifier added evidence, and then returned the work. */
async function returned() {
  const claim = await seedClaim({ status: "assigned" });
  const { verifier } = claim.actors;
  const work = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id, purpose: "verify" } });
  const assignmentId = work.id;
  expect(await acceptAssignment(verifier, { assignmentId })).toEqual({ ok: true });
  const added = await addEvidence(verifier, { ...evidence, claimId: claim.id });
  if (!added.ok) throw new Error(added.reason);
  expect(await returnAssignment(verifier, { assignmentId, reason })).toEqual({ ok: true });
  return { ...claim, evidenceId: added.evidenceId };
}

const present = async ({ id }: SeededClaim) => {
  const { version } = await db.claim.findUniqueOrThrow({ where: { id } });
  return { claimId: id, version };
};
const route = async (claim: SeededClaim) => {
  const members = { leadMemberId: "group-sctv", writerMemberId: claim.writer };
  return confirmRoute(claim.actors.moderator, { ...(await present(claim)), ...members });
};
const permitsFor = async (actor: Actor, { id }: SeededClaim) =>
  (await loadClaimPage(actor, id, null)).permits;

it("a wrong route that nobody took is taken back, whatever was done for an earlier one", async () => {
  const claim = await returned();
  const { moderator } = claim.actors;
  expect(await route(claim)).toEqual({ ok: true });
  expect(await permitsFor(moderator, claim)).toMatchObject({ undoRoute: true });
  expect(await undoRoute(moderator, { ...(await present(claim)), reason })).toEqual({ ok: true });
});

it("an acceptance is taken back when what a member found is withdrawn, and not before; the page says so", async () => {
  const claim = await returned();
  const { moderator, verifier } = claim.actors;
  const undo = async () => undoTriage(moderator, { ...(await present(claim)), reason });
  expect(await permitsFor(moderator, claim)).toMatchObject({ undoTriage: false });
  expect(await undo()).toEqual({ ok: false, reason: "WORK_BEGUN" });
  expect(await withdrawEvidence(verifier, { evidenceId: claim.evidenceId, reason })).toEqual({ ok: true });
  expect(await permitsFor(moderator, claim)).toMatchObject({ undoTriage: true });
  expect(await undo()).toEqual({ ok: true });
});

it("a route of which somebody took a part stays, and the page does not offer to take it back", async () => {
  const claim = await seedClaim({ status: "assigned" });
  const { moderator, writer } = claim.actors;
  const work = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id, purpose: "write" } });
  expect(await acceptAssignment(writer, { assignmentId: work.id })).toEqual({ ok: true });
  expect(await permitsFor(moderator, claim)).toMatchObject({ undoRoute: false });
  const outcome = await undoRoute(moderator, { ...(await present(claim)), reason });
  expect(outcome).toEqual({ ok: false, reason: "WORK_BEGUN" });
});

it.each(["drafting", "review-1", "review-3"] as const)(
  "what a claim says is changed by the desk until its text is reviewed, and its urgency also then: %s",
  async (status) => {
    const claim = await seedClaim({ status });
    const reword = status === "drafting";
    expect(await permitsFor(claim.actors.moderator, claim)).toMatchObject({ revise: true, reword });
    expect(await permitsFor(claim.actors.writer, claim)).toMatchObject({ revise: false, reword: false });
  },
);
