import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { after, minutes, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import type { AdoptionBody, RecordAdoption } from "./adoption-schema.ts";
import { hostAndPort } from "./receiver-url.ts";

/** By how much the clocks of others may be ahead of ours. */
const CLOCKS = minutes(5);

export type RecordAdoptionOutcome = { isNew: boolean; adoption: AdoptionBody };

/**
 * A member says where it has republished a notice. An address is one adoption, however often it is told, and what is told last
 * holds; reads that are not told again stay.
 * @throws AppError VALIDATION for a notice or version that there is not, a time to come, an address told of another notice
 */
export async function recordAdoption(
  memberId: string,
  { debunkSlug, ...told }: RecordAdoption,
): Promise<RecordAdoptionOutcome> {
  const debunk = await db.debunk.findUnique({
    where: { slug: debunkSlug },
    select: { id: true, claimId: true, currentVersion: true },
  });
  if (!debunk) throw wrong("debunkSlug", "unknown");
  if (told.version > debunk.currentVersion) throw wrong("version", "unknown");
  if (told.publishedAt > after(now(), CLOCKS)) throw wrong("publishedAt", "inFuture");
  const { row, isNew } = await db.$transaction(async (tx) => {
    const written = await write(tx, memberId, debunk.id, told);
    if (written.isNews)
      await recordEvent(tx, {
        type: "adoption.recorded",
        actor: system,
        subjectId: written.row.id,
        claimId: debunk.claimId,
        data: { member: memberId, slug: debunkSlug, version: told.version },
      });
    return written;
  });
  const { version, url, channel, publishedAt, reads } = row;
  const { currentVersion } = debunk;
  return {
    isNew,
    adoption: {
      debunkSlug,
      version,
      currentVersion,
      url,
      channel,
      publishedAt: publishedAt.toISOString(),
      reads,
    },
  };
}

const wrong = (path: keyof RecordAdoption, message: string) =>
  new AppError("VALIDATION", [{ path, message }]);

/** The row as it is told now; more reads alone are no news. */
async function write(tx: Tx, memberId: string, debunkId: string, told: Omit<RecordAdoption, "debunkSlug">) {
  const { url, ...changes } = told;
  // Of two calls at once one waits here for the other.
  const [made] = await tx.adoption.createManyAndReturn({
    data: [
      { id: newId(), memberId, debunkId, url, host: hostAndPort(new URL(url)), toldAt: now(), ...changes },
    ],
    skipDuplicates: true,
  });
  if (made) return { row: made, isNew: true, isNews: true };
  const where = { memberId_url: { memberId, url } };
  const known = await tx.adoption.findUniqueOrThrow({ where });
  if (known.debunkId !== debunkId) throw wrong("url", "otherNotice");
  const row = await tx.adoption.update({ where, data: changes });
  const isNews =
    row.version !== known.version ||
    row.channel !== known.channel ||
    row.publishedAt.getTime() !== known.publishedAt.getTime();
  return { row, isNew: false, isNews };
}
