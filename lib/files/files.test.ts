import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor";
import { listClaimReports } from "#lib/claims/queries";
import { readClaim } from "#lib/claims/read-claim";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { readWhole } from "#lib/platform/storage";
import { heic, pdf, taken } from "#lib/platform/testing/pictures";
import { type SeededClaim, seedClaim } from "#seed/claims";
import { actorOf, seedPerson } from "#seed/people";
import { seedUpload } from "#seed/uploads";
import { blurPicture } from "./blur-picture.ts";
import { findBlurredCopy, getFile, readCopy } from "./file-queries.ts";
import { openOriginal } from "./open-original.ts";
import { receiveUpload } from "./receive-upload.ts";

const person = async (memberId: string, role: "moderator" | "auditor" | "reviewer" | "verifier") =>
  actorOf(await seedPerson({ roles: [{ memberId, role }] }));

let claim: SeededClaim;
let photo: string;
let moderator: Actor;

beforeAll(async () => {
  claim = await seedClaim({ status: "verifying" });
  photo = await seedUpload({
    reportId: claim.reports[0]?.id ?? "",
    content: await taken("jpeg", ["车牌川A12345"]),
  });
  moderator = await person("sc-piyao", "moderator");
});

async function gather(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("a file of a report", () => {
  it("is there for the desk and for whoever the claim was given to, in the list as on its page", async () => {
    for (const actor of [moderator, claim.actors.verifier]) {
      expect(await getFile(actor, photo)).toMatchObject({
        id: photo,
        kind: "image",
        claim: { id: claim.id },
      });
      expect((await readCopy(actor, photo)).length).toBeGreaterThan(0);
      const reports = await listClaimReports(await readClaim(actor, claim.id));
      expect(reports.flatMap(({ files }) => files)).toEqual([{ id: photo, kind: "image" }]);
    }
  });

  it("is closed to everybody else, in the list as on its page", async () => {
    const elsewhere = await person("dept-emergency", "verifier");
    for (const actor of [
      await person("sc-piyao", "auditor"),
      await person("sc-piyao", "reviewer"),
      elsewhere,
    ]) {
      for (const attempt of [
        () => getFile(actor, photo),
        () => readCopy(actor, photo),
        () => openOriginal(actor, { uploadId: photo, reason: "看看" }),
        () => blurPicture(actor, { uploadId: photo, areas: [{ x: 0, y: 0, width: 9, height: 9 }] }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
    }
    const auditor = await person("sc-piyao", "auditor");
    expect(
      (await listClaimReports(await readClaim(auditor, claim.id))).flatMap(({ files }) => files),
    ).toEqual([]);
  });

  it("is not there before a report has named it, or when it never was", async () => {
    const content = (async function* () {
      yield pdf;
    })();
    const { id } = await receiveUpload(content, "owner");
    for (const unknown of [id, newId(), "x", ""]) {
      await expect(getFile(moderator, unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("openOriginal", () => {
  it("gives out the very bytes, and has on record who asked and why", async () => {
    const id = await seedUpload({ reportId: claim.reports[0]?.id ?? "", content: heic, position: 1 });
    const { content, bytes, name } = await openOriginal(moderator, { uploadId: id, reason: "核对拍摄时间" });
    expect(await gather(content)).toEqual(heic);
    expect([bytes, name]).toEqual([heic.length, `${id}.heic`]);
    const logged = await db.event.findFirstOrThrow({ where: { type: "upload.opened", subjectId: id } });
    expect(logged).toMatchObject({
      actorUserId: moderator.userId,
      claimId: claim.id,
      reason: "核对拍摄时间",
    });
  });
});

describe("blurPicture", () => {
  it("leaves nothing of an area to be made out, and the rest as it is", async () => {
    const area = { x: 30, y: 60, width: 300, height: 60 };
    const outcome = await blurPicture(claim.actors.verifier, { uploadId: photo, areas: [area] });
    const copy = await findBlurredCopy(outcome.copyId);
    const before = await readWhole("copy", photo);
    if (!copy || !before) throw new Error("a copy is missing");
    const region = { left: area.x, top: area.y, width: area.width, height: area.height };
    const spread = async (picture: Buffer) =>
      (await sharp(await sharp(picture).extract(region).png().toBuffer()).stats()).channels[0]?.stdev ?? 0;
    expect(await spread(before)).toBeGreaterThan(50);
    expect(await spread(copy)).toBeLessThan(30);
    const { exif, xmp, icc } = await sharp(copy).metadata();
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
    const row = await db.blurredCopy.findUniqueOrThrow({ where: { id: outcome.copyId } });
    expect(row).toMatchObject({ areas: [area], madeById: claim.actors.verifier.userId });
    const logged = await db.event.findFirstOrThrow({ where: { type: "upload.blurred", subjectId: photo } });
    expect(logged.claimId).toBe(claim.id);
    expect((await getFile(moderator, photo)).copies).toHaveLength(1);
  });

  it("cuts an area off at the edge, and refuses one outside", async () => {
    const beyond = [{ x: 700, y: 100, width: 5000, height: 5000 }];
    expect(await blurPicture(moderator, { uploadId: photo, areas: beyond })).toMatchObject({ ok: true });
    const outside = [{ x: 9000, y: 0, width: 10, height: 10 }];
    await expect(blurPicture(moderator, { uploadId: photo, areas: outside })).rejects.toMatchObject({
      code: "VALIDATION",
    });
  });

  it("is for pictures", async () => {
    const id = await seedUpload({ reportId: claim.reports[0]?.id ?? "", content: pdf, position: 2 });
    const areas = [{ x: 0, y: 0, width: 10, height: 10 }];
    await expect(blurPicture(moderator, { uploadId: id, areas })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("shows nothing under any other name", async () => {
    for (const id of [photo, newId(), "../copy", ""]) expect(await findBlurredCopy(id)).toBeNull();
  });
});
