import { type EventActor, system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { ownPage } from "#lib/i18n/absolute";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { linkIdentity, postIdentity } from "#lib/wording/link-identity";
import { wakeLookers } from "./queue.ts";
import { hostAndPort, isOwnReceiver } from "./receiver-url.ts";
import type { AdoptionChannel } from "./vocabulary.ts";
import { isCarried } from "./who-carries.ts";

/** A page on which a member says that it has republished a notice. */
type Given = {
  memberId: string;
  debunk: { id: string; slug: string; claimId: string; currentVersion: number };
  url: string;
  channel: AdoptionChannel;
  publishedAt?: Date;
  /** Left out where an application says so. */
  by?: EventActor & { kind: "person" };
};

/** `OTHERS_SITE` is one on which other members publish, and nobody of ours; sites of posts belong to everybody. */
export type GivePageOutcome =
  | { ok: true; adoptionId: string; isNew: boolean }
  | { ok: false; reason: "OWN_SITE" | "NOT_ONE_PAGE" | "OTHERS_PAGE" | "OTHERS_SITE" | "OTHER_NOTICE" };

/** A member gives the address of its own page; it is opened soon, and counts when the notice is found there. */
export async function givePage(given: Given): Promise<GivePageOutcome> {
  const { url, debunk } = given;
  const isOwn = isOwnReceiver(url);
  if (!isOwn && ownPage(url) !== null) return { ok: false, reason: "OWN_SITE" };
  // What has no identity is the front of a site, the answer to a search or a short address.
  if (!isOwn && linkIdentity(url) === null) return { ok: false, reason: "NOT_ONE_PAGE" };
  const whose = await whoseIs(given);
  if (whose) return { ok: false, reason: whose };
  const outcome = await db.$transaction(async (tx): Promise<GivePageOutcome> => {
    const written = await write(tx, given);
    if (!written) return { ok: false, reason: "OTHER_NOTICE" };
    const at = now();
    const due = { dueAt: at, attempts: 0, sentAt: null, failedAt: null, failure: null, error: null };
    const where = { adoptionId: written.id, version: debunk.currentVersion };
    await tx.pageLook.upsert({
      where: { adoptionId_version: where },
      create: { id: newId(), ...where, createdAt: at, dueAt: at },
      update: due,
    });
    await recordEvent(tx, {
      type: "adoption.given",
      actor: given.by ?? system,
      subjectId: written.id,
      claimId: debunk.claimId,
      data: { member: given.memberId, slug: debunk.slug },
    });
    return { ok: true, adoptionId: written.id, isNew: written.isNew };
  });
  if (outcome.ok) await wakeLookers();
  return outcome;
}

async function write(tx: Tx, { memberId, debunk, url, channel, publishedAt, by }: Given) {
  const told = { channel, isLookedAt: true, ...(by && { toldById: by.userId }) };
  const host = hostAndPort(new URL(url));
  const at = now();
  const times = { toldAt: at, publishedAt: publishedAt ?? at };
  const [made] = await tx.adoption.createManyAndReturn({
    data: [{ id: newId(), memberId, debunkId: debunk.id, url, host, ...times, ...told }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (made) return { id: made.id, isNew: true };
  const where = { memberId, url, debunkId: debunk.id };
  // Told again it is no longer withdrawn, and counts when it has been seen.
  await tx.adoption.updateMany({
    where: { ...where, withdrawnAt: { not: null } },
    data: {
      withdrawnAt: null,
      withdrawnById: null,
      version: null,
      seenAt: null,
      missedAt: null,
      isLookedAt: true,
    },
  });
  const [known] = await tx.adoption.updateManyAndReturn({ where, data: told, select: { id: true } });
  return known ? { id: known.id, isNew: false } : null;
}

/** Whether a page is told of by another member, or stands where others publish and this member and its relatives never did. */
async function whoseIs({ memberId, url }: Given): Promise<"OTHERS_PAGE" | "OTHERS_SITE" | null> {
  const host = hostAndPort(new URL(url));
  const rows = await db.$queryRaw<{ memberId: string; isPage: boolean; isRelated: boolean }[]>`
    SELECT own.member_id AS "memberId", bool_or(own.url = ${url}) AS "isPage",
      bool_or(own.member_id = ${memberId} OR theirs.parent_id = ${memberId} OR ours.parent_id = own.member_id
        OR ours.parent_id = theirs.parent_id) AS "isRelated"
    FROM (
      SELECT member_id, url, channel IN ('web', 'app') AS is_site FROM adoptions WHERE host = ${host} AND ${isCarried}
      UNION ALL SELECT member_id, '', true FROM endpoints WHERE host = ${host} AND kind = 'webhook' AND disabled_at IS NULL
    ) own JOIN members theirs ON theirs.id = own.member_id JOIN members ours ON ours.id = ${memberId}
    WHERE is_site OR own.url = ${url} GROUP BY own.member_id`;
  if (rows.some((row) => row.isPage && row.memberId !== memberId)) return "OTHERS_PAGE";
  if (rows.length === 0 || rows.some(({ isRelated }) => isRelated) || postIdentity(url) !== null) return null;
  return "OTHERS_SITE";
}
