import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { citizen, type EventActor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { assertRoom } from "#lib/platform/free-space";
import { newId } from "#lib/platform/id";
import { sealFile } from "#lib/platform/sealed-file";
import { storage } from "#lib/platform/storage";
import { arrivals, ownDirectory } from "./arrivals.ts";
import { type CleanPicture, cleanPicture } from "./clean-picture.ts";
import { type UploadKind, uploadLimits } from "./media.ts";
import { HEAD, type Recognised, recogniseFile } from "./recognise-file.ts";
import { hashUploadOwner } from "./upload-owner.ts";

/** The purpose under which originals are sealed. */
export const ORIGINAL = "upload-original";

export type ReceivedUpload = {
  id: string;
  kind: UploadKind;
  bytes: number;
  width: number | null;
  height: number | null;
};

type Sending = {
  id?: string;
  /** Who takes turns with others: the network that it comes from. */
  network?: string;
  /** Who it comes from; a citizen unless it is told. */
  by?: EventActor;
  /** What happens in the transaction that records it: what refuses the file leaves nothing of it. */
  attach?: (tx: Tx, uploadId: string) => Promise<void>;
};

/**
 * Takes a file that somebody sends: recognised by its bytes, within the limits of its kind, its original sealed, a
 * picture encoded anew without metadata. When this returns it is on disk; a crash before leaves at most a file that the
 * sweep removes.
 * @throws AppError FULL, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, VALIDATION with the reason at `file`
 */
export async function receiveUpload(
  content: AsyncIterable<Uint8Array>,
  owner: string,
  { id = newId(), network = owner, ...sending }: Sending = {},
): Promise<ReceivedUpload> {
  const path = join(arrivals(), newId());
  await ownDirectory(arrivals());
  try {
    const arrived = await writeArrival(path, content);
    const picture = arrived.kind === "image" ? await cleanPicture(path, arrived.mediaType, network) : null;
    await storage.put("original", id, sealFile(ORIGINAL, id, createReadStream(path)));
    if (picture) await storage.put("copy", id, [picture.data]);
    return await record({ id, owner, ...sending }, arrived, picture);
  } finally {
    await rm(path, { force: true });
  }
}

type Arrived = Recognised & { bytes: number; sha256: Buffer };

/** Writes what arrives to disk for as long as it is what we take and no larger than it may be. */
async function writeArrival(path: string, content: AsyncIterable<Uint8Array>): Promise<Arrived> {
  const hash = createHash("sha256");
  const file = await open(path, "wx", 0o600);
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let [bytes, looked] = [0, Number.NEGATIVE_INFINITY];
  let found: Recognised | null = null;
  try {
    for await (const piece of content) {
      // Others send as well: the room that there was at the beginning may be gone.
      if (bytes >= looked + LOOKED_AFTER) {
        await assertRoom();
        looked = bytes;
      }
      bytes += piece.byteLength;
      hash.update(piece);
      await file.writeFile(piece);
      tail = Buffer.concat([tail, piece]).subarray(-TAIL);
      if (!found) {
        head = Buffer.concat([head, piece]);
        if (head.length >= HEAD) found = await recognise(head);
      }
      if (found) assertSize(found, bytes);
    }
  } finally {
    await file.close();
  }
  if (bytes === 0) throw refusal("emptyFile");
  found ??= await recognise(head);
  assertSize(found, bytes);
  // A PDF that was cut off has no end.
  if (found.kind === "pdf" && !tail.includes("%%EOF")) throw refusal("unreadable");
  return { ...found, bytes, sha256: hash.digest() };
}

const TAIL = 2048;
/** After so many bytes it is looked again whether there is room for more. */
const LOOKED_AFTER = 8 * 1024 * 1024;

const refusal = (message: string) => new AppError("VALIDATION", [{ path: "file", message }]);

async function recognise(head: Buffer): Promise<Recognised> {
  const found = await recogniseFile(head.subarray(0, HEAD));
  if (!found) throw new AppError("UNSUPPORTED_MEDIA_TYPE", [{ path: "file", message: "unsupportedFile" }]);
  return found;
}

function assertSize({ kind }: Recognised, bytes: number): void {
  if (bytes > uploadLimits[kind]) {
    throw new AppError("PAYLOAD_TOO_LARGE", [{ path: "file", message: "tooLargeFile" }]);
  }
}

type Recorded = Pick<Sending, "by" | "attach"> & { id: string; owner: string };

async function record(
  { id, owner, by = citizen, attach }: Recorded,
  arrived: Arrived,
  picture: CleanPicture | null,
) {
  const { kind, mediaType, bytes, sha256 } = arrived;
  const [width, height] = [picture?.width ?? null, picture?.height ?? null];
  await db.$transaction(async (tx) => {
    await tx.upload.create({
      data: {
        id,
        ownerHash: Uint8Array.from(hashUploadOwner(owner)),
        kind,
        mediaType,
        bytes,
        sha256: Uint8Array.from(sha256),
        width,
        height,
        phash: picture?.phash ?? null,
        createdAt: now(),
      },
    });
    await recordEvent(tx, { type: "upload.received", actor: by, subjectId: id });
    await attach?.(tx, id);
  });
  return { id, kind, bytes, width, height };
}
