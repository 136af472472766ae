import { describe, expect, it } from "vitest";
import { meanwhile } from "#lib/claims/testing/meanwhile";
import { abandonCorrection } from "#lib/editorial/abandon-correction";
import { openCorrection } from "#lib/editorial/open-correction";
import { saveDraft } from "#lib/editorial/save-draft";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { acceptAssignment } from "#lib/routing/accept-assignment";
import { offerAssignment } from "#lib/routing/offer-assignment";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { approve } from "#seed/publish-text";
import { endForgottenWork } from "./end-forgotten-work.ts";
import { publishDebunk } from "./publish-debunk.ts";

/** A text that all three have approved. */
async function approved() {
  const claim = await seedClaim({ status: "review-3" });
  const [draftId = ""] = claim.draftIds;
  await approve(claim, { draftId, version: 1 }, "review-3");
  return { ...claim, claimId: claim.id, draftId };
}

describe("a text that was approved is not published", () => {
  it("after any edit, whichever version is named", async () => {
    const { claimId, draftId, actors } = await approved();
    const { content } = await db.draftVersion.findFirstOrThrow({ where: { draftId } });
    const edit = { claimId, draftId, baseVersion: 1, content: { ...content, title: "改过的标题" } };
    expect(await saveDraft(actors.writer, edit)).toMatchObject({ ok: true, version: 2 });
    expect(await db.claim.findUniqueOrThrow({ where: { id: claimId } })).toMatchObject({
      status: "drafting",
    });
    const publish = (version: number) => publishDebunk(actors.dutyEditor, { draftId, version });
    expect(await publish(1)).toEqual({ ok: false, reason: "DRAFT_CHANGED" });
    expect(await publish(2)).toEqual({ ok: false, reason: "MOVE_REFUSED" });
  });

  const withdraw = (tx: Tx, { claimId, actors }: Awaited<ReturnType<typeof approved>>) =>
    tx.evidence.updateMany({
      where: { claimId },
      data: { withdrawnAt: now(), withdrawnById: actors.verifier.userId, withdrawReason: "来源有误" },
    });
  const closed = {
    ok: false,
    reason: "GATE_CLOSED",
    problems: ["no-primary-source", "point-without-evidence"],
  };

  it("when its evidence was withdrawn afterwards", async () => {
    const claim = await approved();
    await withdraw(db, claim);
    const publication = { draftId: claim.draftId, version: 1 };
    expect(await publishDebunk(claim.actors.dutyEditor, publication)).toEqual(closed);
  });

  it("when its evidence is withdrawn at the same moment", async () => {
    const claim = await approved();
    const publication = { draftId: claim.draftId, version: 1 };
    const outcome = await meanwhile(
      claim,
      () => publishDebunk(claim.actors.dutyEditor, publication),
      (tx) => withdraw(tx, claim),
    );
    expect(outcome).toEqual(closed);
    expect(await db.debunk.count({ where: { claimId: claim.id } })).toBe(0);
  });
});

const helper = "group-sctv";
const secondVerifier = "dept-earthquake";
const asked = "mc-510723";

/** Work of a claim beside its verifier's and its writer's: two members took theirs, and one has not answered. */
async function askOthers({ id: claimId, actors }: Pick<SeededClaim, "id" | "actors">) {
  const offers = [
    { memberId: helper, purpose: "assist" as const },
    { memberId: secondVerifier, purpose: "verify" as const },
    { memberId: asked, purpose: "assist" as const },
  ];
  for (const offer of offers)
    expect(await offerAssignment(actors.moderator, { claimId, ...offer })).toEqual({ ok: true });
  for (const memberId of [helper, secondVerifier]) {
    const coordinator = actorOf(await seedPerson({ roles: [{ memberId, role: "coordinator" }] }));
    const work = await db.assignment.findFirstOrThrow({ where: { claimId, memberId } });
    expect(await acceptAssignment(coordinator, { assignmentId: work.id })).toEqual({ ok: true });
  }
}

/** How the work of the others stands, what was recorded of its end, and how many of its clocks go on. */
async function othersOf(claimId: string) {
  const where = { claimId, memberId: { in: [helper, secondVerifier, asked] } };
  const work = await db.assignment.findMany({ where, orderBy: { id: "asc" }, include: { clocks: true } });
  const events = await db.event.findMany({
    where: {
      subjectId: { in: work.map(({ id }) => id) },
      type: { in: ["assignment.done", "assignment.withdrawn"] },
    },
    orderBy: { seq: "asc" },
  });
  return {
    states: work.map(({ memberId, status }) => [memberId, status]),
    ends: events.map(({ type }) => type),
    going: work.flatMap(({ clocks }) => clocks).filter(({ stoppedAt }) => stoppedAt === null).length,
  };
}

const ended = {
  states: [
    [helper, "done"],
    [secondVerifier, "done"],
    [asked, "withdrawn"],
  ],
  ends: ["assignment.done", "assignment.done", "assignment.withdrawn"],
  going: 0,
};

describe("work that is still held", () => {
  it("ends when the notice is published: what was taken is done, what nobody took is asked no longer", async () => {
    const claim = await approved();
    await askOthers(claim);
    expect(
      await publishDebunk(claim.actors.dutyEditor, { draftId: claim.draftId, version: 1 }),
    ).toMatchObject({
      ok: true,
    });
    expect(await othersOf(claim.id)).toEqual(ended);
  });

  it("ends with a correction that is abandoned", async () => {
    const claim = await seedClaim({ status: "published" });
    const { dutyEditor } = claim.actors;
    const opened = await openCorrection(dutyEditor, {
      claimId: claim.id,
      kind: "update",
      note: "有新数据。",
    });
    if (!opened.ok) throw new Error(opened.reason);
    await askOthers(claim);
    expect(await abandonCorrection(dutyEditor, { draftId: opened.draftId, reason: "没有错" })).toEqual({
      ok: true,
    });
    expect(await othersOf(claim.id)).toMatchObject({
      states: [helper, secondVerifier, asked].map((id) => [id, "withdrawn"]),
      going: 0,
    });
  });

  it("of a notice that was published before is ended by the sweep, and that of a correction goes on", async () => {
    const [forgotten, corrected] = [
      await seedClaim({ status: "published" }),
      await seedClaim({ status: "published" }),
    ];
    const open = ({ id, actors }: SeededClaim) =>
      openCorrection(actors.dutyEditor, { claimId: id, kind: "update", note: "有新数据。" });
    for (const claim of [forgotten, corrected]) {
      expect(await open(claim)).toMatchObject({ ok: true });
      await askOthers(claim);
    }
    await db.draft.updateMany({
      where: { claimId: forgotten.id, status: "writing" },
      data: { status: "abandoned" },
    });
    await endForgottenWork();
    expect(await othersOf(forgotten.id)).toEqual(ended);
    expect(await othersOf(corrected.id)).toMatchObject({ going: 4, ends: [] });
    const held = { claimId: forgotten.id, status: { in: ["offered" as const, "accepted" as const] } };
    expect(await db.assignment.count({ where: held })).toBe(0);
  });
});
