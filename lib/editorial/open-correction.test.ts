import { describe, expect, it } from "vitest";
import type { ClaimStatus } from "#lib/claims/status";
import { meanwhile } from "#lib/claims/testing/meanwhile";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { openCorrection } from "./open-correction.ts";
import { saveDraft } from "./save-draft.ts";
import { correctionKinds, type DraftContent } from "./status.ts";

const note = "一处日期有误。";
const correct = ({ id }: SeededClaim) => ({ claimId: id, kind: "erratum" as const, note });
const drafts = ({ id }: SeededClaim) =>
  db.draft.findMany({
    where: { claimId: id },
    orderBy: { createdAt: "asc" },
    include: { versions: { orderBy: { number: "asc" } } },
  });

describe("a correction", () => {
  it.each(correctionKinds)("begins with the published text, which stays: %s", async (kind) => {
    const claim = await seedClaim({ status: "published" });
    const opened = await openCorrection(claim.actors.writer, { ...correct(claim), kind });
    if (!opened.ok) throw new Error(opened.reason);
    const [first, next] = await drafts(claim);
    expect(first).toMatchObject({ kind: "initial", status: "published" });
    expect(next).toMatchObject({
      id: opened.draftId,
      kind,
      status: "writing",
      correctionNote: note,
      memberId: claim.writer,
      versions: [{ number: 1, content: first?.versions.at(-1)?.content }],
    });
    expect(await db.claim.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({
      status: "published",
    });
    expect(
      await db.event.findMany({ where: { claimId: claim.id, type: "correction.opened" } }),
    ).toMatchObject([{ subjectId: opened.draftId, reason: note, data: { kind } }]);
  });

  it("of a corrected text begins with the correction", async () => {
    const change = { summary: "更正后的摘要。" };
    const corrections = [{ kind: "correction" as const, note, change, after: 3_600_000 }];
    const claim = await seedClaim({ status: "corrected", corrections });
    expect(await openCorrection(claim.actors.writer, correct(claim))).toMatchObject({ ok: true });
    expect((await drafts(claim)).at(-1)?.versions[0]?.content).toMatchObject(change);
  });

  it("that is opened while the former one is being published begins with that one", async () => {
    const claim = await seedClaim({ status: "published" });
    const { dutyEditor, writer } = claim.actors;
    const former = await openCorrection(dutyEditor, correct(claim));
    if (!former.ok) throw new Error(former.reason);
    const { draftId } = former;
    const [first] = await drafts(claim);
    const content = { ...(first?.versions.at(-1)?.content as DraftContent), summary: "更正后的摘要。" };
    const edit = { claimId: claim.id, draftId, baseVersion: 1, content };
    expect(await saveDraft(writer, edit)).toMatchObject({ ok: true });
    const opened = await meanwhile(
      claim,
      () => openCorrection(dutyEditor, correct(claim)),
      (tx) => tx.draft.update({ where: { id: draftId }, data: { status: "published" } }),
    );
    expect(opened).toMatchObject({ ok: true });
    expect((await drafts(claim)).at(-1)?.versions).toMatchObject([{ number: 1, content }]);
  });

  it("is opened once, also by two people at once", async () => {
    const claim = await seedClaim({ status: "published" });
    const refused = { ok: false, reason: "CORRECTION_OPEN" };
    const both = await Promise.all([
      openCorrection(claim.actors.writer, correct(claim)),
      openCorrection(claim.actors.moderator, correct(claim)),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(refused);
    expect(await openCorrection(claim.actors.dutyEditor, correct(claim))).toEqual(refused);
    expect(await drafts(claim)).toHaveLength(2);
  });
});

describe("no correction", () => {
  it.each<ClaimStatus>(["received", "drafting", "review-3", "retracted"])(
    "is opened for a claim that is %s",
    async (status) => {
      const claim = await seedClaim({ status });
      const before = (await drafts(claim)).length;
      expect(await openCorrection(claim.actors.moderator, correct(claim))).toEqual({
        ok: false,
        reason: "MOVE_REFUSED",
      });
      expect(await drafts(claim)).toHaveLength(before);
    },
  );

  it("is opened by anybody but the desk and the writers of its member", async () => {
    const claim = await seedClaim({ status: "published" });
    const stranger = actorOf(await seedPerson({ roles: [{ memberId: "mc-511722", role: "writer" }] }));
    const { verifier, firstReviewer, secondReviewer } = claim.actors;
    for (const actor of [stranger, verifier, firstReviewer, secondReviewer])
      await expect(openCorrection(actor, correct(claim))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await drafts(claim)).toHaveLength(1);
    await expect(
      openCorrection(claim.actors.moderator, { ...correct(claim), claimId: newId() }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
