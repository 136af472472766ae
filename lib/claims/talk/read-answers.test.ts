import { expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { meanwhile } from "#lib/claims/testing/meanwhile";
import { noteReply } from "#lib/claims/wake-for-news";
import { listQueue } from "#lib/desk/list-queue";
import { loadClaimPage } from "#lib/desk/load-claim-page";
import { at } from "#lib/platform/at";
import { after, minutes, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { undoDecision } from "#lib/routing/undo-decision";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { readAnswers } from "./read-answers.ts";
import { replyByReceipt } from "./reply-by-receipt.ts";

const reply = async ({ reports: [report] }: SeededClaim, text: string) =>
  expect(await replyByReceipt({ receipt: report?.receipt ?? "", text })).toEqual({ ok: true });
const stateOf = (id: string) =>
  db.claim.findUniqueOrThrow({ where: { id }, select: { version: true, repliedAt: true } });

async function answered() {
  const claim = await seedClaim();
  await reply(claim, "是昨天在群里看到的");
  const { repliedAt, version } = await stateOf(claim.id);
  if (!repliedAt) throw new Error("nobody has answered");
  return { ...claim, version, seen: { claimId: claim.id, seenReply: repliedAt } };
}

const isAmongAnswered = async (actor: Actor, id: string) => {
  const { number } = await db.claim.findUniqueOrThrow({ where: { id }, select: { number: true } });
  const [found, { items }] = await Promise.all([
    listQueue(actor, { view: "answered", q: `#${number}` }),
    listQueue(actor, { view: "answered" }),
  ]);
  return found.items.length > 0 && items.some((row) => row.id === id);
};

it("takes a claim out of what is answered without a decision, and one key puts it back", async () => {
  const { id, seen, version, actors } = await answered();
  const { moderator } = actors;
  expect(await isAmongAnswered(moderator, id)).toBe(true);
  expect((await loadClaimPage(moderator, id, null)).permits.readAnswers).toBe(true);
  expect(await readAnswers(moderator, seen)).toEqual({ ok: true });
  expect(await isAmongAnswered(moderator, id)).toBe(false);
  const page = await loadClaimPage(moderator, id, null);
  expect(page).toMatchObject({ isRead: true, permits: { readAnswers: false } });
  expect(page.undo).toMatchObject({ kind: "claim.answers-read", isOwn: true });
  // Whoever decides meanwhile knows the same.
  expect((await stateOf(id)).version).toBe(version);
  expect(await undoDecision(moderator, { eventId: page.undo?.eventId ?? "" })).toEqual({ ok: true });
  expect(await stateOf(id)).toMatchObject({ repliedAt: seen.seenReply });
  expect((await loadClaimPage(moderator, id, null)).undo).toBeNull();
});

it("leaves what was answered after what somebody has seen", async () => {
  const { id, seen, ...claim } = await answered();
  await at(after(now(), minutes(1)), () => reply({ ...claim, id }, "现在又看到了一次"));
  expect(await readAnswers(claim.actors.moderator, seen)).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
  expect((await stateOf(id)).repliedAt).not.toBeNull();

  const other = await answered();
  const late = await meanwhile(
    other,
    () => readAnswers(other.actors.moderator, other.seen),
    (tx) => at(after(now(), minutes(1)), () => noteReply(tx, other.id)),
  );
  expect(late).toEqual({ ok: false, reason: "CLAIM_CHANGED" });
  expect((await stateOf(other.id)).repliedAt).not.toBeNull();
});

it("is done once by two at the same time", async () => {
  const { id, seen, actors } = await answered();
  const colleague = actorOf(await seedPerson({ roles: [{ memberId: "sc-piyao", role: "moderator" }] }));
  const both = await Promise.all([actors.moderator, colleague].map((actor) => readAnswers(actor, seen)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.event.count({ where: { claimId: id, type: "claim.answers-read" } })).toBe(1);
});

it("is for the desk, and what a member has been asked to verify stays new to the member", async () => {
  const { id, seen } = await answered();
  const member = actorOf(await seedPerson({ roles: [{ memberId: "dept-health", role: "verifier" }] }));
  await expect(readAnswers(member, seen)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await stateOf(id)).repliedAt).not.toBeNull();
  const verifying = await seedClaim({ status: "verifying" });
  expect((await loadClaimPage(verifying.actors.verifier, verifying.id, null)).isRead).toBe(false);
});
