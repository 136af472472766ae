import { fileTypeFromBuffer } from "file-type";
import type { UploadKind } from "./media.ts";

/** How much of the beginning of a file tells what it is. */
export const HEAD = 64 * 1024;

const kinds: Readonly<Record<string, UploadKind>> = {
  "image/jpeg": "image",
  "image/png": "image",
  "image/webp": "image",
  "image/heic": "image",
  "image/heif": "image",
  "application/pdf": "pdf",
  "video/mp4": "video",
  "audio/mpeg": "audio",
  "audio/x-m4a": "audio",
  "audio/mp4": "audio",
};

export type Recognised = { kind: UploadKind; mediaType: string };

/** What a file is by its first bytes, whatever its name says; null when it is nothing that we take. */
export async function recogniseFile(head: Uint8Array): Promise<Recognised | null> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const kind = found && kinds[found.mime];
  return kind ? { kind, mediaType: found.mime } : null;
}
