import { ownPage } from "#lib/i18n/absolute";
import { now } from "#lib/platform/clock";
import { db, Prisma } from "#lib/platform/db";
import { outbox, type Sending, type Waiting } from "#lib/platform/outbox";
import { findNotice } from "./find-notice.ts";
import { lookForNewer } from "./look-for-newer.ts";
import { noteMissed, noteSeen } from "./note-look.ts";
import { openPage, pageProblem } from "./open-page.ts";
import { pageWords } from "./page-words.ts";

type Due = Waiting & { adoptionId: string; version: number; memberId: string };

/** Each page is held whole while it is read, and nobody's pages keep those of others waiting. */
const AT_ONCE = 8;
const PER_MEMBER = 2;

const looks = outbox<Due>({
  name: "page_looks",
  columns: Prisma.sql`adoption_id::text AS "adoptionId", version,
    (SELECT member_id FROM adoptions WHERE adoptions.id = adoption_id) AS "memberId"`,
  pick,
});

/** What is due, the members in turn. */
function pick(room: number, inHand: readonly Due[]): Prisma.Sql {
  const held = (memberId: string) => inHand.filter((due) => due.memberId === memberId).length;
  const busy = [...new Set(inHand.map(({ memberId }) => memberId))].filter((id) => held(id) >= PER_MEMBER);
  return Prisma.sql`
    SELECT id FROM (
      SELECT page_looks.id, due_at, row_number() OVER (PARTITION BY member_id ORDER BY due_at, page_looks.id) AS place
      FROM page_looks JOIN adoptions ON adoptions.id = adoption_id
      WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= ${now()} AND NOT member_id = ANY(${busy})
    ) waiting
    WHERE place <= ${PER_MEMBER} ORDER BY place, due_at LIMIT ${Math.max(0, Math.min(room, AT_ONCE - inHand.length))}`;
}

/** Opens the pages that members gave and looks for the notice in them; what is not there yet is looked for again later. */
export async function lookAtPages(): Promise<void> {
  await looks.workOff(async (due): Promise<Sending<Due>[]> => {
    const adoptions = await load(due.map(({ adoptionId }) => adoptionId));
    const stale = new Set<string>();
    const sendings = due.flatMap((row): Sending<Due>[] => {
      const adoption = adoptions.get(row.adoptionId);
      if (!adoption || adoption.withdrawnAt || row.version < adoption.debunk.currentVersion) {
        stale.add(row.id);
        return [];
      }
      return [{ rows: [row], send: () => look(row, adoption) }];
    });
    await looks.end([...stale], "outdated");
    // A version was published while its page was being given.
    for (const { withdrawnAt, debunk } of due.flatMap(({ id, adoptionId }) =>
      stale.has(id) ? (adoptions.get(adoptionId) ?? []) : [],
    ))
      if (!withdrawnAt) await lookForNewer(debunk.id);
    return sendings;
  });
}

async function load(ids: readonly string[]) {
  const rows = await db.adoption.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      url: true,
      withdrawnAt: true,
      debunk: {
        select: {
          id: true,
          slug: true,
          currentVersion: true,
          versions: { select: { number: true, correctionKind: true, correctionNote: true, content: true } },
        },
      },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

type Loaded = NonNullable<ReturnType<Awaited<ReturnType<typeof load>>["get"]>>;

async function look({ id, adoptionId, version }: Due, { url, debunk }: Loaded): Promise<void> {
  const page = await openPage(url).catch(async (error: unknown) => {
    // Somebody has taken the page away.
    if (isGone(error)) await noteMissed(adoptionId);
    throw error;
  });
  const shown = findNotice(await pageWords(page.html), debunk.slug, debunk.versions, ownPage);
  if (shown === null) {
    if (!page.isWhole) throw pageProblem("NOT-WHOLE");
    await noteMissed(adoptionId);
    throw pageProblem("NOT-THERE");
  }
  await noteSeen(adoptionId, shown);
  if (shown < version) throw pageProblem("OLDER");
  await db.pageLook.updateMany({ where: { id, failedAt: null }, data: { sentAt: now(), error: null } });
}

const isGone = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  ["HTTP-404", "HTTP-410"].includes(String(error.code));
