import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { unsealFile } from "#lib/platform/sealed-file";
import { storage } from "#lib/platform/storage";
import type { OpenOriginal } from "./file-schema.ts";
import { loadFile } from "./load-file.ts";
import { ORIGINAL } from "./receive-upload.ts";

const extensions: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/heic": "heic",
  "image/heif": "heif",
  "application/pdf": "pdf",
  "video/mp4": "mp4",
  "audio/mpeg": "mp3",
};

/**
 * Opens a file as the citizen sent it. Who opened it and why is on record before the first byte is given out.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function openOriginal(actor: Actor, { uploadId, reason }: OpenOriginal) {
  const { id, bytes, mediaType, claim, by } = await loadFile(actor, uploadId, "file.read");
  const sealed = await storage.open("original", id);
  if (!sealed) throw new AppError("NOT_FOUND");
  await db.$transaction((tx) =>
    recordEvent(tx, { type: "upload.opened", actor: by, subjectId: id, claimId: claim.id, reason }),
  );
  const name = `${id}.${extensions[mediaType] ?? "m4a"}`;
  return { content: unsealFile(ORIGINAL, id, sealed), bytes, name };
}
