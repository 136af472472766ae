import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, hours, minutes, now } from "#lib/platform/clock";
import { config } from "#lib/platform/config";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { assertRoom } from "#lib/platform/free-space";
import { log } from "#lib/platform/log";
import { remember } from "#lib/platform/remember";
import { arrivals, pendingUploads } from "./arrivals.ts";
import { UNSENT_HOURS } from "./drop-uploads.ts";
import { UPLOAD_LIMIT } from "./media.ts";

const MEGABYTE = 1024 * 1024;

/**
 * Refuses a file of so many bytes where the disk has no room for it, or where all that no report has taken yet is as much as
 * the setting PENDING_UPLOADS_MB allows. One that does not tell its size may need as much of the disk as any. @throws AppError FULL
 */
export async function assertPendingRoom(bytes?: number): Promise<void> {
  await assertRoom(bytes ?? UPLOAD_LIMIT);
  if ((await pendingBytes()) + (bytes ?? 0) > config.PENDING_UPLOADS_MB * MEGABYTE) {
    throw new AppError("FULL", [], { "Retry-After": "600" });
  }
}

/** Where it cannot be counted just now nobody is refused for it. */
const pendingBytes = remember(
  "bytes of files that no report has",
  () =>
    countPending().catch((error: unknown) => {
      log.warn({ err: error }, "files that no report has could not be counted");
      return 0;
    }),
  minutes(1 / 12),
);

async function countPending(): Promise<number> {
  // What is older is swept within the hour.
  const since = after(now(), -hours(UNSENT_HOURS + 1));
  const [row] = await db.$queryRaw<{ bytes: number }[]>`
    SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM uploads
    WHERE created_at > ${since} AND dropped_at IS NULL
      AND NOT EXISTS (SELECT FROM report_uploads WHERE upload_id = uploads.id)
        AND NOT EXISTS (SELECT FROM evidence_files WHERE upload_id = uploads.id)`;
  return (row?.bytes ?? 0) + (await bytesIn(arrivals())) + (await bytesIn(pendingUploads()));
}

async function bytesIn(directory: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(directory).catch(() => [])) {
    const found = await stat(join(directory, name)).catch(() => null);
    bytes += found?.size ?? 0;
  }
  return bytes;
}
