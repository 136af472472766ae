import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, hours, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { type Shelf, shelves, storage } from "#lib/platform/storage";
import { arrivals, pendingUploads } from "./arrivals.ts";

/** An upload that no report and no evidence names is kept this long. */
export const UNSENT_HOURS = 24;
const BATCH = 500;

/** Removes what no report wanted for a day, with its files, and what crashes left of files. */
export async function dropUploads(): Promise<void> {
  const before = after(now(), -hours(UNSENT_HOURS));
  for (;;) {
    const dropped = await dropSome(before);
    // Should the process end here, the next sweep finds the files without their upload.
    for (const id of dropped) await removeFiles(id);
    if (dropped.length < BATCH) break;
  }
  for (const shelf of shelves) await removeForgotten(shelf, before);
  await removeOld(arrivals(), before);
  await removeOld(pendingUploads(), before);
}

/** A report that claims one of them at this moment has locked it, and keeps it. */
const dropSome = (before: Date): Promise<string[]> =>
  db.$transaction(async (tx) => {
    const unwanted = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM uploads
      WHERE created_at < ${before} AND dropped_at IS NULL
        AND NOT EXISTS (SELECT FROM report_uploads WHERE upload_id = uploads.id)
        AND NOT EXISTS (SELECT FROM evidence_files WHERE upload_id = uploads.id)
      ORDER BY created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
    const ids = unwanted.map(({ id }) => id);
    // What was claimed between the search and the lock stays.
    const claimed = await tx.reportUpload.findMany({
      where: { uploadId: { in: ids } },
      select: { uploadId: true },
    });
    const kept = new Set(claimed.map(({ uploadId }) => uploadId));
    const dropped = ids.filter((id) => !kept.has(id));
    await tx.upload.updateMany({ where: { id: { in: dropped } }, data: { droppedAt: now() } });
    await tx.uploadText.deleteMany({ where: { uploadId: { in: dropped } } });
    return dropped;
  });

async function removeFiles(id: string): Promise<void> {
  await storage.remove("original", id);
  await storage.remove("copy", id);
}

async function removeForgotten(shelf: Shelf, before: Date): Promise<void> {
  let ids: string[] = [];
  const removeUnknown = async () => {
    const known =
      shelf === "blurred"
        ? await db.blurredCopy.findMany({ where: { id: { in: ids } }, select: { id: true } })
        : await db.upload.findMany({ where: { id: { in: ids }, droppedAt: null }, select: { id: true } });
    const wanted = new Set(known.map(({ id }) => id));
    for (const id of ids) if (!wanted.has(id)) await storage.remove(shelf, id);
    ids = [];
  };
  for await (const id of storage.listBefore(shelf, before)) {
    ids.push(id);
    if (ids.length === BATCH) await removeUnknown();
  }
  await removeUnknown();
}

/** Files that stopped arriving, or whose reader was killed. */
async function removeOld(directory: string, before: Date): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtime < before) await rm(path, { force: true });
  }
}
