import { expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { publishDebunk } from "#lib/publishing/publish-debunk";
import { seedClaim } from "#seed/claims";
import { approve } from "#seed/publish-text";
import { getDraft } from "./queries.ts";
import { saveDraft } from "./save-draft.ts";
import { submitDraft } from "./submit-draft.ts";

const [name, room] = ["李小明", "3栋2单元501"];
const open = { ok: false, reason: "DETAILS_OPEN" } as const;

/** A text with the words in its summary, ready to be handed in. */
async function written(words: string) {
  const claim = await seedClaim({ status: "drafting" });
  const [draftId = ""] = claim.draftIds;
  const { content, number } = await db.draftVersion.findFirstOrThrow({
    where: { draftId },
    orderBy: { number: "desc" },
  });
  const input = { claimId: claim.id, draftId, baseVersion: number };
  const saved = await saveDraft(claim.actors.writer, { ...input, content: { ...content, summary: words } });
  if (!saved.ok) throw new Error(saved.reason);
  return { claim, draftId, work: { draftId, version: saved.version } };
}

it("hands in no text with private details until somebody has answered for each, and keeps who did", async () => {
  const { claim, draftId, work } = await written(`网传学生${name}住在${room}，没有这回事。`);
  const { writer } = claim.actors;
  const first = await submitDraft(writer, work);
  expect(first).toMatchObject({ ...open, details: [{ kind: "name", text: name }, { kind: "address" }] });
  const texts = first.ok || !("details" in first) ? [] : first.details.map(({ text }) => text);
  expect(await submitDraft(writer, { ...work, kept: [name] })).toMatchObject({
    ...open,
    details: [{ text: texts[1] }],
  });
  expect(await db.keptDetail.findMany({ where: { claimId: claim.id } })).toMatchObject([
    { text: name, kind: "name", draftId, keptById: writer.userId },
  ]);
  expect((await getDraft(writer, draftId)).details).toMatchObject({
    open: [{ kind: "address" }],
    kept: [{ text: name }],
  });
  expect(await submitDraft(writer, { ...work, kept: texts })).toEqual({ ok: true });
  const events = await db.event.findMany({ where: { claimId: claim.id, type: "draft.details-kept" } });
  expect(events).toMatchObject([{ data: { count: 1 } }, { data: { count: 1 } }]);
  expect(JSON.stringify(events.map(({ data }) => data))).not.toContain(name);
  await expect(db.keptDetail.deleteMany({ where: { claimId: claim.id } })).rejects.toThrow();
});

it("forbids nothing that was taken out again, and asks of officials and institutions nothing", async () => {
  const { claim, work } = await written("市长王建国和市人民医院（人民路55号）都否认了。");
  expect(await submitDraft(claim.actors.writer, work)).toEqual({ ok: true });
});

it("asks whoever publishes for what nobody was asked for when the text was handed in", async () => {
  const claim = await seedClaim({ status: "review-3" });
  const [draftId = ""] = claim.draftIds;
  const work = { draftId, version: 1 };
  await approve(claim, work, "review-3");
  const { id } = await db.evidence.findFirstOrThrow({ where: { claimId: claim.id } });
  await db.evidence.update({ where: { id }, data: { shows: `患者${name}的诊断书是伪造的。` } });
  const { dutyEditor } = claim.actors;
  expect(await publishDebunk(dutyEditor, work)).toMatchObject({ ...open, details: [{ text: name }] });
  expect(await publishDebunk(dutyEditor, { ...work, kept: [name] })).toMatchObject({ ok: true });
  expect(await db.keptDetail.findMany({ where: { claimId: claim.id } })).toMatchObject([
    { text: name, keptById: dutyEditor.userId },
  ]);
});

it("asks for what the claim's own wording tells, which is published with the notice", async () => {
  const { claim, work } = await written("没有这回事。");
  await db.claim.update({ where: { id: claim.id }, data: { wording: `学生${name}被抢了。` } });
  expect(await submitDraft(claim.actors.writer, work)).toMatchObject({ ...open, details: [{ text: name }] });
});
