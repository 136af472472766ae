import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { after, minutes, now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import type { AdoptionBody, RecordAdoption } from "./adoption-schema.ts";
import { givePage } from "./give-page.ts";
import { noteRepublished } from "./note-look.ts";
import { hostAndPort } from "./receiver-url.ts";
import { countLook } from "./tell-page.ts";

/** By how much the clocks of others may be ahead of ours. */
const CLOCKS = minutes(5);

export type RecordAdoptionOutcome = { isNew: boolean; adoption: AdoptionBody };

/** What is said of an address that cannot be a page of the member's own with this notice. */
const refusals = {
  OWN_SITE: "ownSite",
  NOT_ONE_PAGE: "notOnePage",
  OTHERS_PAGE: "othersPage",
  OTHERS_SITE: "othersSite",
  OTHER_NOTICE: "otherNotice",
} as const;

/**
 * A member says where it has republished a notice. An address is one adoption, however often it is told, and what is told last
 * holds; reads that are not told again stay. Without a version the page is opened, and counts when the notice is found there.
 * @throws AppError VALIDATION for a notice or version that there is not, a time to come, an address told of another notice
 */
export async function recordAdoption(
  memberId: string,
  { debunkSlug, version, reads, ...told }: RecordAdoption,
): Promise<RecordAdoptionOutcome> {
  const debunk = await db.debunk.findUnique({
    where: { slug: debunkSlug },
    select: { id: true, slug: true, claimId: true, currentVersion: true },
  });
  if (!debunk) throw wrong("debunkSlug", "unknown");
  if (version !== undefined && version > debunk.currentVersion) throw wrong("version", "unknown");
  if (told.publishedAt > after(now(), CLOCKS)) throw wrong("publishedAt", "inFuture");
  if (version === undefined) {
    await countLook(memberId);
    const given = await givePage({ memberId, debunk, ...told });
    if (!given.ok) throw wrong("url", refusals[given.reason]);
    const row = await db.adoption.update({
      where: { id: given.adoptionId },
      data: reads === undefined ? {} : { reads },
    });
    return { isNew: given.isNew, adoption: toBody(row, debunk) };
  }
  const { row, isNew } = await db.$transaction(async (tx) => {
    const written = await write(tx, memberId, debunk.id, {
      ...told,
      version,
      ...(reads !== undefined && { reads }),
    });
    if (written.isNews) {
      await noteRepublished(tx, memberId, debunk.id, version);
      await recordEvent(tx, {
        type: "adoption.recorded",
        actor: system,
        subjectId: written.row.id,
        claimId: debunk.claimId,
        data: { member: memberId, slug: debunkSlug, version },
      });
    }
    return written;
  });
  return { isNew, adoption: toBody(row, debunk) };
}

type Row = Awaited<ReturnType<typeof write>>["row"];

const toBody = (
  { version, url, channel, publishedAt, reads, seenAt, missedAt }: Row,
  { slug, currentVersion }: { slug: string; currentVersion: number },
): AdoptionBody => ({
  debunkSlug: slug,
  version,
  currentVersion,
  url,
  channel,
  publishedAt: publishedAt.toISOString(),
  reads,
  seenAt: seenAt?.toISOString() ?? null,
  missedAt: missedAt?.toISOString() ?? null,
});

const wrong = (path: keyof RecordAdoption, message: string) =>
  new AppError("VALIDATION", [{ path, message }]);

type ToldVersion = Omit<RecordAdoption, "debunkSlug" | "version"> & { version: number };

/** The row as it is told now; more reads alone are no news. */
async function write(tx: Tx, memberId: string, debunkId: string, told: ToldVersion) {
  const { url, ...rest } = told;
  const changes = { ...rest, withdrawnAt: null, withdrawnById: null, missedAt: null };
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
    known.withdrawnAt !== null ||
    known.missedAt !== null ||
    row.channel !== known.channel ||
    row.publishedAt.getTime() !== known.publishedAt.getTime();
  return { row, isNew: false, isNews };
}
