import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { log } from "#lib/platform/log";
import { readWhole } from "#lib/platform/storage";
import { cleanText, firstOf, TEXT_LIMIT } from "#lib/platform/text";
import { redact } from "#lib/wording/redaction";
import { joinLines } from "./lines.ts";
import { type Line, readLines } from "./ocr.ts";
import { arrivals } from "#lib/files/receive-upload";

const TRIES = 2;

/**
 * Reads the words in a picture that was sent and stores them without personal details. Reading it again changes nothing;
 * a picture that cannot be read is marked so, and holds up no other.
 */
export async function readPicture(uploadId: string): Promise<void> {
  const upload = await db.upload.findUnique({
    where: { id: uploadId },
    select: { kind: true, droppedAt: true, text: { select: { state: true } } },
  });
  if (upload?.kind !== "image" || upload.droppedAt || upload.text) return;
  const lines = await tryToRead(uploadId);
  await store(uploadId, lines);
}

async function tryToRead(uploadId: string): Promise<Line[] | null> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      const copy = await readWhole("copy", uploadId);
      return copy && (await readCopy(copy));
    } catch (error) {
      log.warn({ err: error, uploadId, attempt }, "a picture could not be read");
    }
  }
  return null;
}

async function store(uploadId: string, lines: Line[] | null): Promise<void> {
  const { text, redactions } = redact(cleanText(joinLines(lines ?? [])));
  const state = lines ? ("read" as const) : ("failed" as const);
  const row = {
    uploadId,
    state,
    text: firstOf(text, TEXT_LIMIT),
    seen: redactions,
    readAt: now(),
  };
  await db.$transaction(async (tx) => {
    const { count } = await tx.uploadText.createMany({ data: row, skipDuplicates: true });
    if (count === 0) return;
    await recordEvent(tx, { type: "upload.read", actor: system, subjectId: uploadId, data: { state } });
  });
}

/** The reader works best, and quickest, on words of the size in which a telephone shows them. */
const WIDTH = 800;
const TILE = 1600;

/** Reads a picture from top to bottom in pieces of bounded size. */
async function readCopy(copy: Buffer): Promise<Line[]> {
  const { width, height } = await sharp(copy).metadata();
  const scale = Math.min(
    1,
    Math.max(WIDTH / width, Math.min(WIDTH / Math.min(width, height), TILE / Math.max(width, height))),
  );
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const { data, info } = await sharp(copy)
    .flatten({ background: "#ffffff" })
    .resize({ ...size, fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const lines: Line[] = [];
  for (let top = 0; top < raw.height; ) {
    const bottom = cutBelow(data, raw, top);
    const read = await readTile(
      sharp(data, { raw }).extract({ left: 0, top, width: raw.width, height: bottom - top }),
    );
    const from = top;
    lines.push(...read.map((line) => ({ ...line, top: line.top + from, bottom: line.bottom + from })));
    top = bottom;
  }
  return lines;
}

type Raw = { width: number; height: number; channels: 1 | 2 | 3 | 4 };

/** Where the next piece ends: at the plainest row of pixels near its full height, so that no line of words is cut. */
function cutBelow(data: Buffer, { width, height, channels }: Raw, top: number): number {
  if (height - top <= TILE) return height;
  let [best, plainest] = [top + TILE, Number.POSITIVE_INFINITY];
  for (let row = top + TILE; row > top + TILE - 300; row -= 1) {
    const line = row * width * channels;
    let changes = 0;
    for (let at = line + channels; at < line + width * channels; at += channels) {
      changes += Math.abs((data[at] ?? 0) - (data[at - channels] ?? 0));
    }
    if (changes < plainest) [best, plainest] = [row, changes];
  }
  return best;
}

async function readTile(tile: Sharp): Promise<Line[]> {
  const path = join(arrivals(), `${newId()}.png`);
  await mkdir(arrivals(), { recursive: true, mode: 0o700 });
  try {
    await tile.png({ compressionLevel: 1 }).toFile(path);
    return await readLines(path);
  } finally {
    await rm(path, { force: true });
  }
}
