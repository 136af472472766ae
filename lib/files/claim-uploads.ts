import type { Tx } from "#lib/platform/db";

/** A report that is about to be stored, and the files that it names. */
type Claiming = { id: string; uploadIds: readonly string[] };

/**
 * Of reports that are about to be stored together, those whose uploads are still to be had: kept, and in no report. Two
 * that want the same one do not both get it. What is returned holds until the transaction ends.
 */
export async function holdUploads<Row extends Claiming>(tx: Tx, rows: readonly Row[]): Promise<Row[]> {
  const wanted = [...new Set(rows.flatMap(({ uploadIds }) => uploadIds))];
  if (wanted.length === 0) return [...rows];
  // In one order, so that two transactions never wait for each other; the sweep waits too, or has been first.
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM uploads WHERE id = ANY(${wanted}::uuid[]) AND dropped_at IS NULL ORDER BY id FOR UPDATE`;
  // A statement of its own: it sees what was claimed while this one waited for the lock.
  const claimed = await tx.reportUpload.findMany({
    where: { uploadId: { in: wanted } },
    select: { uploadId: true },
  });
  const free = new Set(locked.map(({ id }) => id));
  for (const { uploadId } of claimed) free.delete(uploadId);
  return rows.filter(({ uploadIds }) => {
    const isFree = uploadIds.every((id) => free.has(id));
    if (isFree) for (const id of uploadIds) free.delete(id);
    return isFree;
  });
}

/** Puts uploads that are held into their reports, for good. */
export async function claimUploads(tx: Tx, rows: readonly Claiming[]): Promise<void> {
  const data = rows.flatMap(({ id, uploadIds }) =>
    uploadIds.map((uploadId, position) => ({ uploadId, reportId: id, position })),
  );
  if (data.length > 0) await tx.reportUpload.createMany({ data });
}
