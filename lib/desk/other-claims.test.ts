import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { mergeClaim } from "#lib/claims/merge-claim";
import { listReviews } from "#lib/editorial/queries";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { returnAssignment } from "#lib/routing/return-assignment";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { listWork } from "./list-work.ts";
import { loadClaimPage } from "./load-claim-page.ts";

const [ours, theirs] = ["网传甲地停水三天", "网传乙地停电五天"];
const everything = async (actor: Actor, { id }: { id: string }) => {
  const page = await loadClaimPage(actor, id, null);
  return JSON.stringify({ ...page, people: [...page.people] });
};
const memberOf = async (memberId: string, role: "coordinator" | "reviewer" = "coordinator") =>
  actorOf(await seedPerson({ roles: [{ memberId, role }] }));

/** No two alike, and without digits, which could be somebody's number. */
const someLetters = () =>
  newId()
    .slice(-10)
    .replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "");

describe("the page of a claim that was merged", () => {
  let duplicate: SeededClaim;
  let target: SeededClaim;
  beforeAll(async () => {
    target = await seedClaim({ status: "verifying", wording: theirs });
    duplicate = await seedClaim({ status: "triaged", wording: ours });
    const { id, version, number, actors } = duplicate;
    const merge = { claimId: id, version, intoNumber: target.number, reason: "同一件事" };
    expect(await mergeClaim(actors.moderator, merge)).toEqual({ ok: true });
    expect(number).not.toBe(target.number);
    // The member did something for the duplicate that nobody took back.
    await db.assignment.create({
      data: {
        id: newId(),
        claimId: id,
        memberId: "plat-sina",
        purpose: "assist",
        status: "done",
        offeredAt: new Date(),
        respondedAt: new Date(),
        doneAt: new Date(),
      },
    });
  });

  it("has the number of what it was merged into for its member, and no wording", async () => {
    const shown = await everything(await memberOf("plat-sina"), duplicate);
    expect(shown).toContain(ours);
    expect(shown).toContain(`"number":${target.number}`);
    expect(shown).not.toContain(theirs);
  });

  it("has the wording for the platform desk, and for a member that holds both", async () => {
    expect(await everything(duplicate.actors.moderator, duplicate)).toContain(theirs);
    const both = { claimId: target.id, memberId: "plat-sina", purpose: "write" } as const;
    const row = await db.assignment.create({
      data: { id: newId(), ...both, status: "offered", offeredAt: new Date() },
    });
    expect(await everything(await memberOf("plat-sina"), duplicate)).toContain(theirs);
    await db.assignment.delete({ where: { id: row.id } });
  });

  it("is a part of what it was merged into, with its own wording, and opens for whoever may read it", async () => {
    const shown = await everything(await memberOf(target.lead), target);
    expect(shown).toContain(ours);
    expect(shown).toContain('"mayOpen":false');
    expect(await everything(target.actors.moderator, target)).toContain('"mayOpen":true');
  });
});

describe("a list of work", () => {
  it("has the wording of what was given back for nobody but the platform desk", async () => {
    const claim = await seedClaim({ status: "assigned", wording: `${ours}（${someLetters()}）` });
    const { wording } = claim.story;
    const actor = await memberOf(claim.lead);
    const listed = async (who: Actor) =>
      JSON.stringify(await listWork(who, { state: "all", whose: "everybody" }));
    expect(await listed(actor)).toContain(wording);
    for (const { id: assignmentId } of await db.assignment.findMany({
      where: { claimId: claim.id, memberId: claim.lead, status: "offered" },
    })) {
      expect(await returnAssignment(actor, { assignmentId, reason: "不归我们" })).toEqual({ ok: true });
    }
    const after = await listed(actor);
    expect(after).toContain(`"number":${claim.number}`);
    expect(after).not.toContain(wording);
    expect(await listed(claim.actors.moderator)).toContain(wording);
  });

  it("of reviews has none of a claim that was taken back from the reviewer's member", async () => {
    const claim = await seedClaim({ status: "review-1", wording: `${theirs}（${someLetters()}）` });
    const { wording } = claim.story;
    const actor = await memberOf(claim.writer, "reviewer");
    const listed = async (who: Actor) => JSON.stringify(await listReviews(who));
    expect(await listed(actor)).toContain(wording);
    await db.assignment.updateMany({
      where: { claimId: claim.id, memberId: claim.writer },
      data: { status: "withdrawn" },
    });
    const after = await listed(actor);
    expect(after).toContain(`"number":${claim.number}`);
    expect(after).not.toContain(wording);
    expect(await listed(claim.actors.secondReviewer)).toContain(wording);
  });
});
