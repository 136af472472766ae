import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { storage } from "#lib/platform/storage";

/** How long the sealed original of a file outlives the end of its claim; the clean copy stays. */
export const ORIGINAL_DAYS = 30;

const BATCH = 200;

/** Removes the originals of files whose claims ended, by a notice or a closing, thirty days ago. */
export async function dropOriginals(): Promise<void> {
  const limit = after(now(), -days(ORIGINAL_DAYS));
  for (;;) {
    const due = await db.$queryRaw<{ id: string }[]>`
      SELECT upload.id::text FROM uploads upload
      JOIN report_uploads brought ON brought.upload_id = upload.id
      JOIN claim_reports joined ON joined.report_id = brought.report_id
      JOIN claims own ON own.id = joined.claim_id
      JOIN claims shown ON shown.id = own.shared_id
      LEFT JOIN debunks debunk ON debunk.claim_id = shown.id
      WHERE upload.original_dropped_at IS NULL AND upload.dropped_at IS NULL
        AND least(debunk.published_at, shown.closed_at) < ${limit}
      ORDER BY upload.created_at LIMIT ${BATCH}`;
    for (const { id } of due) {
      // Should the process end in between, the next sweep finds nothing to remove and notes it.
      await storage.remove("original", id);
      await db.upload.update({ where: { id }, data: { originalDroppedAt: now() } });
    }
    if (due.length < BATCH) break;
  }
}
