import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { dropUploads } from "#lib/files/drop-uploads";
import { getFile } from "#lib/files/file-queries";
import { openOriginal } from "#lib/files/open-original";
import { receiveUpload } from "#lib/files/receive-upload";
import { makeUploadOwner } from "#lib/files/upload-owner";
import { at } from "#lib/platform/at";
import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { readWhole } from "#lib/platform/storage";
import { pdf, taken } from "#lib/platform/testing/pictures";
import { seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { addEvidence } from "./add-evidence.ts";
import { attachFile, FILES_PER_EVIDENCE } from "./attach-file.ts";
import { withdrawEvidence } from "./withdraw-evidence.ts";

const network = "203.0.113.7";

async function* once(content: Uint8Array) {
  yield content;
}

/** A claim whose verifier has found something. */
async function found() {
  const claim = await seedClaim({ status: "verifying" });
  const { verifier } = claim.actors;
  const added = await addEvidence(verifier, {
    claimId: claim.id,
    type: "on-site-visit",
    publisher: "县应急局",
    title: "现场照片",
    shows: "桥面完好。",
    isPrimary: true,
  });
  if (!added.ok) throw new Error(added.reason);
  return { claim, verifier, evidenceId: added.evidenceId };
}

const attach = (actor: Actor, evidenceId: string, content: Uint8Array = pdf) =>
  attachFile(actor, evidenceId, once(content), network);

const filesOf = (evidenceId: string) => db.evidenceFile.findMany({ where: { evidenceId } });

const refusedFor = (message: string) => ({ code: "VALIDATION", fields: [{ path: "file", message }] });

async function person(memberId: string, role: "moderator" | "verifier" | "auditor") {
  return actorOf(await seedPerson({ roles: [{ memberId, role }] }));
}

describe("a file of evidence", () => {
  let photo: Buffer;
  beforeAll(async () => {
    photo = await taken("jpeg", ["桥面完好"]);
  });

  it("is kept as it was sent, and opens for the desk and for who holds the claim", async () => {
    const { claim, verifier, evidenceId } = await found();
    await attach(verifier, evidenceId, photo);
    const [file] = await filesOf(evidenceId);
    const id = file?.uploadId ?? "";
    for (const actor of [verifier, await person("sc-piyao", "moderator")])
      expect(await getFile(actor, id)).toMatchObject({ kind: "image", claim: { id: claim.id }, evidenceId });
    for (const stranger of [await person("dept-health", "verifier"), await person("sc-piyao", "auditor")])
      await expect(getFile(stranger, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const pieces: Uint8Array[] = [];
    const { content } = await openOriginal(verifier, { uploadId: id, reason: "核对拍摄时间" });
    for await (const piece of content) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(photo)).toBe(true);
    const events = await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    expect(events.map(({ type, actorUserId }) => [type, actorUserId])).toEqual([
      ["upload.received", verifier.userId],
      ["evidence.file-added", verifier.userId],
      ["upload.opened", verifier.userId],
    ]);
  });

  it("outlasts the sweep of what nothing names", async () => {
    const { verifier, evidenceId } = await found();
    await attach(verifier, evidenceId);
    const [file] = await filesOf(evidenceId);
    await at(after(now(), days(3)), dropUploads);
    expect(await readWhole("original", file?.uploadId ?? "")).not.toBeNull();
    expect(await db.upload.findUnique({ where: { id: file?.uploadId ?? "" } })).toMatchObject({
      droppedAt: null,
    });
  });

  it("is of evidence alone, for good", async () => {
    const { claim, verifier, evidenceId } = await found();
    await attach(verifier, evidenceId);
    const [file] = await filesOf(evidenceId);
    const uploadId = file?.uploadId ?? "";
    const reportId = claim.reports[0]?.id ?? "";
    await expect(db.reportUpload.create({ data: { uploadId, reportId, position: 0 } })).rejects.toThrow();
    await expect(db.evidenceFile.delete({ where: { uploadId } })).rejects.toThrow();
    const other = await receiveUpload(once(pdf), makeUploadOwner());
    await db.reportUpload.create({ data: { uploadId: other.id, reportId, position: 0 } });
    const both = { uploadId: other.id, evidenceId, addedById: verifier.userId, addedAt: now() };
    await expect(db.evidenceFile.create({ data: both })).rejects.toThrow();
  });
});

describe("no file is taken", () => {
  it.each([
    ["another member's verifier", "dept-health", "verifier"],
    ["the desk, which finds nothing itself", "sc-piyao", "moderator"],
  ] as const)("from %s", async (_, memberId, role) => {
    const { evidenceId } = await found();
    await expect(attach(await person(memberId, role), evidenceId)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await filesOf(evidenceId)).toEqual([]);
  });

  it("from a member that gave the work back", async () => {
    const { claim, verifier, evidenceId } = await found();
    await db.assignment.updateMany({
      where: { claimId: claim.id, memberId: claim.lead },
      data: { status: "returned", returnReason: "由别的单位办理。" },
    });
    await expect(attach(verifier, evidenceId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("for evidence that there is not", async () => {
    const { verifier } = await found();
    for (const id of [newId(), "nonsense"])
      await expect(attach(verifier, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("of a kind that nobody can open", async () => {
    const { verifier, evidenceId } = await found();
    const page = Buffer.from("<!doctype html><script>alert(1)</script>");
    await expect(attach(verifier, evidenceId, page)).rejects.toMatchObject({
      code: "UNSUPPORTED_MEDIA_TYPE",
    });
    expect(await filesOf(evidenceId)).toEqual([]);
  });

  it("for what was taken back while it was on its way, and nothing of it stays in the database", async () => {
    const { verifier, evidenceId } = await found();
    const before = await db.upload.count();
    async function* slowly() {
      yield pdf.subarray(0, 10);
      await withdrawEvidence(verifier, { evidenceId, reason: "拍错了桥。" });
      yield pdf.subarray(10);
    }
    await expect(attachFile(verifier, evidenceId, slowly(), network)).rejects.toMatchObject(
      refusedFor("withdrawn"),
    );
    expect(await filesOf(evidenceId)).toEqual([]);
    expect(await db.upload.count()).toBe(before);
  });

  it("once a piece of evidence has as many as it can have, whoever sends them at once", async () => {
    const { verifier, evidenceId } = await found();
    for (let sent = 1; sent < FILES_PER_EVIDENCE; sent++) await attach(verifier, evidenceId);
    const both = await Promise.allSettled([attach(verifier, evidenceId), attach(verifier, evidenceId)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await filesOf(evidenceId)).toHaveLength(FILES_PER_EVIDENCE);
    await expect(attach(verifier, evidenceId)).rejects.toMatchObject(refusedFor("tooMany"));
  });
});
