import { system } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { now } from "#lib/platform/clock";
import { db, type Tx } from "#lib/platform/db";

const select = {
  memberId: true,
  debunkId: true,
  version: true,
  missedAt: true,
  withdrawnAt: true,
  debunk: { select: { slug: true, claimId: true } },
} as const;

/** A page shows a version of its notice. What a member has republished, it has, and need not fetch or confirm. */
export async function noteSeen(adoptionId: string, version: number): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await lock(tx, adoptionId);
    if (before.withdrawnAt) return;
    const changes = { version, seenAt: now(), missedAt: null };
    await tx.adoption.update({ where: { id: adoptionId }, data: changes });
    if (before.version === version && before.missedAt === null) return;
    await noteRepublished(tx, before.memberId, before.debunkId, version);
    await record(tx, "adoption.recorded", adoptionId, before, { version });
  });
}

/** A page was opened, and its notice is not there, or no longer. */
export async function noteMissed(adoptionId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await lock(tx, adoptionId);
    if (before.withdrawnAt || before.missedAt) return;
    await tx.adoption.update({ where: { id: adoptionId }, data: { missedAt: now() } });
    const { version } = before;
    if (version !== null) await record(tx, "adoption.lost", adoptionId, before, { version });
  });
}

/** Of two who tell of one page one waits for the other. */
async function lock(tx: Tx, adoptionId: string) {
  await tx.$queryRaw`SELECT FROM adoptions WHERE id = ${adoptionId}::uuid FOR NO KEY UPDATE`;
  return tx.adoption.findUniqueOrThrow({ where: { id: adoptionId }, select });
}

type Before = Awaited<ReturnType<typeof lock>>;

const record = (
  tx: Tx,
  type: "adoption.recorded" | "adoption.lost",
  subjectId: string,
  { memberId, debunk: { slug, claimId } }: Before,
  data: { version: number },
) => recordEvent(tx, { type, actor: system, subjectId, claimId, data: { member: memberId, slug, ...data } });

/** Whoever has republished a version has it, and all before it. */
export const noteRepublished = (
  tx: Tx,
  memberId: string,
  debunkId: string,
  version: number,
): Promise<number> =>
  tx.$executeRaw`
    UPDATE deliveries SET received_at = ${now()}, received_by = 'republished'
    FROM endpoints, debunk_versions told
    WHERE endpoints.id = endpoint_id AND endpoints.member_id = ${memberId} AND endpoints.kind = 'pull'
      AND told.id = debunk_version_id AND told.debunk_id = ${debunkId}::uuid AND told.number <= ${version}
      AND received_at IS NULL`;
