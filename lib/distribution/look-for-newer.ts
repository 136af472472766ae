import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";

/**
 * A newer version was published: the pages on which its notice was found, or is still looked for, are opened again. Running
 * twice looks once. Whoever calls it wakes those who look.
 */
export async function lookForNewer(debunkId: string): Promise<void> {
  const { currentVersion: version } = await db.debunk.findUniqueOrThrow({
    where: { id: debunkId },
    select: { currentVersion: true },
  });
  const pages = await db.adoption.findMany({
    where: { debunkId, isLookedAt: true, withdrawnAt: null },
    select: { id: true },
  });
  const at = now();
  await db.$transaction([
    db.pageLook.createMany({
      data: pages.map(({ id: adoptionId }) => ({
        id: newId(),
        adoptionId,
        version,
        createdAt: at,
        dueAt: at,
      })),
      skipDuplicates: true,
    }),
    db.pageLook.updateMany({
      where: { adoption: { debunkId }, version: { lt: version }, sentAt: null, failedAt: null },
      data: { failedAt: at, failure: "outdated" },
    }),
  ]);
}
