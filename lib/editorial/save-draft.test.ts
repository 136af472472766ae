import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { meanwhile, recall } from "#lib/claims/testing/meanwhile";
import { submitFinding } from "#lib/investigation/submit-finding";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { saveDraft } from "./save-draft.ts";
import type { DraftContent } from "./status.ts";

const writerAt = async (memberId: string) =>
  actorOf(await seedPerson({ roles: [{ memberId, role: "writer" }] }));
const draftOf = ({ id }: SeededClaim) =>
  db.draft.findFirstOrThrow({
    where: { claimId: id },
    include: { versions: { orderBy: { number: "asc" } } },
  });

/** Saves the latest text with another title, on the version that its writer saw. */
async function save(claim: SeededClaim, title: string, by: { actor?: Actor; seen?: number } = {}) {
  const { id: draftId, latestVersion, versions } = await draftOf(claim);
  const content = { ...(versions.at(-1)?.content as DraftContent), title };
  const input = { claimId: claim.id, draftId, baseVersion: by.seen ?? latestVersion, content };
  return saveDraft(by.actor ?? claim.actors.writer, input);
}

/** A claim whose finding stands and whose text nobody has begun. */
async function unwritten() {
  const claim = await seedClaim({ status: "verifying" });
  const finding = { claimId: claim.id, verdict: "false", keyPoints: "一点。", howWeKnow: "求证。" } as const;
  expect(await submitFinding(claim.actors.verifier, finding)).toEqual({ ok: true });
  const begin = (actor: Actor, title: string) =>
    saveDraft(actor, { claimId: claim.id, baseVersion: 0, content: contentOf(title) });
  return { claim, begin };
}

const contentOf = (title: string): DraftContent => ({
  title,
  titleEn: "",
  verdict: "false",
  summary: "",
  claimed: "",
  points: [{ text: "", evidenceIds: [] }],
  advice: "",
  howWeKnow: "",
  organisation: "",
  criticises: false,
  noPrivatePerson: false,
});

describe("the first text of a claim", () => {
  it("is the writing member's, without its empty points", async () => {
    const { claim, begin } = await unwritten();
    expect(await begin(claim.actors.writer, "初稿")).toMatchObject({ ok: true, version: 1 });
    expect(await draftOf(claim)).toMatchObject({
      kind: "initial",
      status: "writing",
      memberId: claim.writer,
      versions: [{ number: 1, writerId: claim.actors.writer.userId, content: { points: [] } }],
    });
  });

  it("is begun once by two colleagues, and the second one is shown it", async () => {
    const { claim, begin } = await unwritten();
    const colleague = await writerAt(claim.writer);
    const both = await Promise.all([begin(claim.actors.writer, "甲稿"), begin(colleague, "乙稿")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { id, versions } = await draftOf(claim);
    const theirs = versions[0]?.content;
    expect(both).toContainEqual({ ok: false, reason: "DRAFT_CHANGED", draftId: id, theirs, version: 1 });
  });

  it("does not begin before there is a finding", async () => {
    const { id, actors } = await seedClaim({ status: "verifying" });
    const input = { claimId: id, baseVersion: 0, content: contentOf("太早") };
    expect(await saveDraft(actors.writer, input)).toEqual({ ok: false, reason: "MOVE_REFUSED" });
    expect(await db.draft.count({ where: { claimId: id } })).toBe(0);
  });
});

describe("a later version", () => {
  it("is kept beside the first one, and is none when nothing changed", async () => {
    const claim = await seedClaim({ status: "drafting" });
    expect(await save(claim, "第二稿")).toMatchObject({ ok: true, version: 2 });
    expect(await save(claim, "第二稿")).toMatchObject({ ok: true, version: 2 });
    expect((await draftOf(claim)).versions.map(({ number }) => number)).toEqual([1, 2]);
  });

  it.each(["review-1", "review-2", "review-3"] as const)(
    "takes a text that is in %s back to its writer",
    async (status) => {
      const claim = await seedClaim({ status });
      expect(await save(claim, "送审后又改")).toMatchObject({ ok: true, version: 2 });
      expect(await draftOf(claim)).toMatchObject({ status: "writing", latestVersion: 2 });
      expect(await db.claim.findUniqueOrThrow({ where: { id: claim.id } })).toMatchObject({
        status: "drafting",
      });
    },
  );

  it("overwrites nothing that somebody saved in between", async () => {
    const claim = await seedClaim({ status: "drafting" });
    const colleague = await writerAt(claim.writer);
    await save(claim, "同事先存", { actor: colleague });
    const late = await save(claim, "后来存", { seen: 1 });
    expect(late).toMatchObject({ reason: "DRAFT_CHANGED", version: 2, theirs: { title: "同事先存" } });
    expect((await draftOf(claim)).versions).toHaveLength(2);
  });

  it("is saved once by two at once", async () => {
    const claim = await seedClaim({ status: "drafting" });
    const colleague = await writerAt(claim.writer);
    const both = await Promise.all([
      save(claim, "甲", { seen: 1 }),
      save(claim, "乙", { seen: 1, actor: colleague }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { versions } = await draftOf(claim);
    expect(versions).toHaveLength(2);
    const theirs = versions[1]?.content;
    expect(both).toContainEqual(expect.objectContaining({ reason: "DRAFT_CHANGED", version: 2, theirs }));
  });

  it("does not change a text that was published", async () => {
    const claim = await seedClaim({ status: "published" });
    expect(await save(claim, "发布后改")).toEqual({ ok: false, reason: "MOVE_REFUSED" });
  });
});

describe("a text is written by nobody", () => {
  it("but the writers of its member", async () => {
    const { claim, begin } = await unwritten();
    const written = await seedClaim({ status: "drafting" });
    const stranger = await writerAt("mc-511722");
    for (const { actors } of [claim, written]) {
      const others = [actors.verifier, actors.firstReviewer, actors.moderator, actors.dutyEditor, stranger];
      for (const actor of others) {
        const attempt = actors === claim.actors ? begin(actor, "别人") : save(written, "别人", { actor });
        await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
    }
  });

  it("whose work is taken back at the same moment", async () => {
    const { claim, begin } = await unwritten();
    const written = await seedClaim({ status: "drafting" });
    const refused = { code: "FORBIDDEN" };
    const first = meanwhile(
      claim,
      () => begin(claim.actors.writer, "迟到的初稿"),
      (tx) => recall(tx, claim, "write"),
    );
    await expect(first).rejects.toMatchObject(refused);
    const next = meanwhile(
      written,
      () => save(written, "迟到的改动"),
      (tx) => recall(tx, written, "write"),
    );
    await expect(next).rejects.toMatchObject(refused);
    expect(await db.draft.count({ where: { claimId: claim.id } })).toBe(0);
    expect((await draftOf(written)).versions).toHaveLength(1);
  });

  it("under the name of another claim", async () => {
    const claim = await seedClaim({ status: "drafting" });
    const { id: draftId } = await draftOf(claim);
    const input = { claimId: newId(), draftId, baseVersion: 1, content: contentOf("张冠李戴") };
    await expect(saveDraft(claim.actors.writer, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
