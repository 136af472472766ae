import { describe, expect, it } from "vitest";
import { saveDraft } from "#lib/editorial/save-draft";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { seedClaim } from "#seed/claims";
import { approve } from "#seed/publish-text";
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

  it("when its evidence was withdrawn afterwards", async () => {
    const { claimId, draftId, actors } = await approved();
    const withdrawn = {
      withdrawnAt: now(),
      withdrawnById: actors.verifier.userId,
      withdrawReason: "来源有误",
    };
    await db.evidence.updateMany({ where: { claimId }, data: withdrawn });
    expect(await publishDebunk(actors.dutyEditor, { draftId, version: 1 })).toMatchObject({
      ok: false,
      reason: "GATE_CLOSED",
      problems: ["no-primary-source", "point-without-evidence"],
    });
  });
});
