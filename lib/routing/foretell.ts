import type { ClockKind } from "#lib/clocks/allowances";
import { readClocks } from "#lib/clocks/change-clocks";
import type { Level } from "#lib/clocks/ladders";
import { loadCalendars } from "#lib/clocks/load-calendars";
import { stepsAhead } from "#lib/clocks/timing";
import { mapMemberNames } from "#lib/members/queries";
import { db, type Prisma } from "#lib/platform/db";
import { loadNetwork, tellingsOf, waitingSelect, whoIsTold } from "./who-is-told.ts";

/** A level that was told, or is told if nobody answers; `to` is whose people. */
export type Foretold = { level: Level; at: Date; to: { zh: string; en: string } };

/** What has come of a clock so far, and what comes of it if nobody answers. */
export type ClockSteps = { id: string; kind: ClockKind; told: Foretold[]; ahead: Foretold[] };

const MOST = 500;

const around = {
  id: true,
  assignmentId: true,
  ...waitingSelect,
  escalations: { orderBy: { level: "asc" }, select: { level: true, at: true, toMemberId: true } },
} as const satisfies Prisma.ClockSelect;

/** Who was told of these clocks, and who is told next, as the network is now; the oldest first. */
async function foretell(
  where: Prisma.ClockWhereInput,
): Promise<(ClockSteps & { assignmentId: string | null })[]> {
  const clocks = await readClocks(db, where, MOST);
  if (clocks.length === 0) return [];
  const [rows, network, calendars, names] = await Promise.all([
    db.clock.findMany({ where: { id: { in: clocks.map(({ id }) => id) } }, select: around }),
    loadNetwork(),
    loadCalendars(db),
    mapMemberNames(),
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const nameOf = (id: string) => names.get(id) ?? { zh: id, en: id };
  return clocks.flatMap((clock) => {
    const row = rowOf.get(clock.id);
    if (!row) return [];
    const waiting = { claim: row.claim, work: row.assignment };
    const ahead = tellingsOf(stepsAhead(calendars, clock), (level) => whoIsTold(network, level, waiting));
    return {
      id: clock.id,
      kind: clock.kind,
      assignmentId: clock.assignmentId,
      told: row.escalations.map(({ level, at, toMemberId }) => ({
        level: level as Level,
        at,
        to: nameOf(toMemberId),
      })),
      ahead: ahead.map(({ level, at, to }) => ({ level, at, to: nameOf(to) })),
    };
  });
}

/** The steps of each piece of members' work. */
export async function foretellWork(assignmentIds: readonly string[]): Promise<Map<string, ClockSteps[]>> {
  const steps = new Map<string, ClockSteps[]>();
  for (const { assignmentId, ...clock } of await foretell({ assignmentId: { in: [...assignmentIds] } }))
    if (assignmentId) steps.set(assignmentId, [...(steps.get(assignmentId) ?? []), clock]);
  return steps;
}

/** The steps of some clocks, by their ids. */
export const foretellClocks = async (ids: readonly string[]): Promise<Map<string, ClockSteps>> =>
  new Map((await foretell({ id: { in: [...ids] } })).map((clock) => [clock.id, clock]));

/** The steps of what runs, or ran, for a claim itself. */
export const foretellClaim = (claimId: string): Promise<ClockSteps[]> =>
  foretell({ claimId, assignmentId: null });
