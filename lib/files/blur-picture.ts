import sharp from "sharp";
import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { readWhole, storage } from "#lib/platform/storage";
import type { BlurPicture } from "./file-schema.ts";
import { loadFile } from "./load-file.ts";
import type { Area } from "./media.ts";

/**
 * Makes a copy of a picture in which areas cannot be recognised: the only kind of copy that a public page may show.
 * @throws AppError NOT_FOUND, FORBIDDEN, VALIDATION for an area outside the picture
 */
export async function blurPicture(
  actor: Actor,
  { uploadId, areas }: BlurPicture,
): Promise<{ ok: true; copyId: string }> {
  const { id, claim, by, width, height } = await loadFile(actor, uploadId, "file.blur");
  const copy = await readWhole("copy", id);
  if (!copy || width === null || height === null) throw new AppError("NOT_FOUND");
  const inside = areas.map((area) => within(area, { width, height }));
  const copyId = newId();
  await storage.put("blurred", copyId, [await blur(copy, inside)]);
  const data = {
    id: copyId,
    uploadId: id,
    areas: inside,
    width,
    height,
    madeById: actor.userId,
    madeAt: now(),
  };
  await db.$transaction(async (tx) => {
    await tx.blurredCopy.create({ data });
    await recordEvent(tx, {
      type: "upload.blurred",
      actor: by,
      subjectId: id,
      claimId: claim.id,
      data: { copyId, count: inside.length },
    });
  });
  return { ok: true, copyId };
}

function within(area: Area, size: { width: number; height: number }): Area {
  const [right, bottom] = [
    Math.min(area.x + area.width, size.width),
    Math.min(area.y + area.height, size.height),
  ];
  const inside = { ...area, width: right - area.x, height: bottom - area.y };
  if (inside.width < 1 || inside.height < 1) {
    throw new AppError("VALIDATION", [{ path: "areas", message: "invalid" }]);
  }
  return inside;
}

/** So few patches of colour are left of an area that neither a face nor a number can be made out, or computed back. */
const PATCHES = 4;

async function blur(copy: Buffer, areas: readonly Area[]): Promise<Buffer> {
  const patches = await Promise.all(
    areas.map(async ({ x: left, y: top, width, height }) => {
      const coarse = await sharp(copy)
        .extract({ left, top, width, height })
        .resize(Math.min(PATCHES, width), Math.min(PATCHES, height), { fit: "fill" })
        .png()
        .toBuffer();
      const input = await sharp(coarse)
        .resize(width, height, { fit: "fill", kernel: "nearest" })
        .png()
        .toBuffer();
      return { input, left, top };
    }),
  );
  return sharp(copy).composite(patches).webp({ quality: 85, effort: 2 }).toBuffer();
}
