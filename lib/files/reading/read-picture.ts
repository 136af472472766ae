import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { arrivals, ownDirectory } from "#lib/files/arrivals";
import { doubtsIn } from "#lib/files/doubts";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { log } from "#lib/platform/log";
import { readWhole } from "#lib/platform/storage";
import { cleanText, firstOf, TEXT_LIMIT } from "#lib/platform/text";
import { redact } from "#lib/wording/redaction";
import { joinLines } from "./lines.ts";
import { readWords } from "./ocr.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Reads the words in a picture that was sent and stores them without personal details. Reading it again changes nothing;
 * a picture that cannot be read is marked so, and holds up no other.
 * @throws when it is to be tried again: the machine was too busy, or the reading was ended from outside
 */
export async function readPicture(uploadId: string): Promise<void> {
  const upload = await db.upload.findUnique({
    where: { id: uploadId },
    select: { kind: true, droppedAt: true, text: { select: { state: true } } },
  });
  if (upload?.kind !== "image" || upload.droppedAt || upload.text) return;
  const copy = await readWhole("copy", uploadId);
  await store(uploadId, copy && (await readCopy(copy, uploadId)));
}

async function store(uploadId: string, sheet: Sheet | null): Promise<void> {
  const words = sheet ? joinLines(sheet) : { text: "", sure: [] };
  const { text: redacted, redactions } = redact(cleanText(words.text));
  const text = firstOf(redacted, TEXT_LIMIT);
  const state = sheet ? ("read" as const) : ("failed" as const);
  const row = {
    uploadId,
    state,
    text,
    doubts: doubtsIn(words, text),
    seen: redactions,
    readAt: now(),
  };
  await db.$transaction(async (tx) => {
    const { count } = await tx.uploadText.createMany({ data: row, skipDuplicates: true });
    if (count === 0) return;
    await recordEvent(tx, { type: "upload.read", actor: system, subjectId: uploadId, data: { state } });
  });
}

/** Reads a picture from a file of its own; null when it cannot be read, however often one tries. */
async function readCopy(copy: Buffer, uploadId: string): Promise<Sheet | null> {
  const path = join(arrivals(), newId());
  await ownDirectory(arrivals());
  try {
    await writeFile(path, copy, { mode: 0o600 });
    const outcome = await readWords(path);
    if (outcome.ok) return outcome.sheet;
    log.warn({ uploadId, reason: outcome.reason }, "a picture cannot be read");
    return null;
  } finally {
    await rm(path, { force: true });
  }
}
