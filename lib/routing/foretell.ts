import type { ClockKind } from "#lib/clocks/allowances";
import type { Level } from "#lib/clocks/ladders";
import { loadCalendars } from "#lib/clocks/load-calendars";
import { stepsAhead } from "#lib/clocks/timing";
import { mapMemberNames } from "#lib/members/queries";
import { db, type Prisma } from "#lib/platform/db";
import { loadNetwork, readWaiting, tellingsOf, whoIsTold } from "./who-is-told.ts";

/** A level that was told, or is told if nobody answers; `to` is whose people. */
export type Foretold = { level: Level; at: Date; to: { zh: string; en: string } };

/** What has come of a clock so far, and what comes of it if nobody answers. */
export type ClockSteps = { id: string; kind: ClockKind; told: Foretold[]; ahead: Foretold[] };

const MOST = 500;

const include = {
  assignment: { select: { memberId: true, purpose: true } },
  escalations: { orderBy: { level: "asc" }, select: { level: true, at: true, toMemberId: true } },
} as const satisfies Prisma.ClockInclude;

/** Who was told of these clocks, and who is told next, as the network is now; the oldest first. */
async function foretell(
  where: Prisma.ClockWhereInput,
): Promise<(ClockSteps & { assignmentId: string | null })[]> {
  const rows = await db.clock.findMany({ where, orderBy: { id: "asc" }, take: MOST, include });
  const clocks = rows.map((row) => ({ ...row, budgetMs: Number(row.budgetMs), usedMs: Number(row.usedMs) }));
  if (clocks.every(({ runningSince, escalations }) => !runningSince && escalations.length === 0)) return [];
  const [claims, network, calendars, names] = await Promise.all([
    readWaiting(
      db,
      clocks.map(({ claimId }) => claimId),
    ),
    loadNetwork(),
    loadCalendars(db),
    mapMemberNames(),
  ]);
  const nameOf = (id: string) => names.get(id) ?? { zh: id, en: id };
  return clocks.flatMap((clock) => {
    const claim = claims.get(clock.claimId);
    if (!claim) return [];
    const waiting = { claim, work: clock.assignment };
    const ahead = tellingsOf(stepsAhead(calendars, clock), (level) => whoIsTold(network, level, waiting));
    return {
      id: clock.id,
      kind: clock.kind,
      assignmentId: clock.assignmentId,
      told: clock.escalations.map(({ level, at, toMemberId }) => ({
        level: level as Level,
        at,
        to: nameOf(toMemberId),
      })),
      ahead: ahead.map(({ level, at, to }) => ({ level, at, to: nameOf(to) })),
    };
  });
}

/** The steps of each piece of members' work. */
export const foretellWork = async (assignmentIds: readonly string[]): Promise<Map<string, ClockSteps[]>> =>
  byWork(await foretell({ assignmentId: { in: [...assignmentIds] } }));

/** The steps of some clocks, by their ids. */
export const foretellClocks = async (ids: readonly string[]): Promise<Map<string, ClockSteps>> =>
  new Map((await foretell({ id: { in: [...ids] } })).map((clock) => [clock.id, clock]));

/** The steps of what runs, or ran, for a claim: of the work that is named, and of the desk's own part where that is asked for. */
export async function foretellClaim(
  claimId: string,
  { assignmentIds, ofDesk }: { assignmentIds: readonly string[]; ofDesk: boolean },
): Promise<{ work: Map<string, ClockSteps[]>; desk: ClockSteps[] }> {
  const own = ofDesk ? [{ assignmentId: null }] : [];
  const all = await foretell({ claimId, OR: [...own, { assignmentId: { in: [...assignmentIds] } }] });
  return { work: byWork(all), desk: all.filter(({ assignmentId }) => assignmentId === null) };
}

const byWork = (clocks: readonly (ClockSteps & { assignmentId: string | null })[]) =>
  Map.groupBy(
    clocks.filter(({ assignmentId }) => assignmentId !== null),
    ({ assignmentId }) => assignmentId ?? "",
  );
