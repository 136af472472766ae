import { system } from "#lib/access/actor";
import { recordEvents } from "#lib/audit/record-event";
import { readClocks } from "#lib/clocks/change-clocks";
import { loadCalendars } from "#lib/clocks/load-calendars";
import { type Calendars, stepsAhead, toldAt } from "#lib/clocks/timing";
import { now } from "#lib/platform/clock";
import { db, Prisma, type Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { oneByOne } from "#lib/platform/one-by-one";
import { loadNetwork, type Network, readWaiting, tellingsOf, whoIsTold } from "./who-is-told.ts";

const AT_ONCE = 100;

type Passed = { id: string; claimId: string; escalatesAt: Date };

/**
 * Tells the next level of every clock of which that part has passed in which somebody should have answered. Each level is
 * told once, whatever the clock of the machine does and however many workers do this.
 */
export async function escalate(): Promise<void> {
  const moment = now();
  let passed = await readPassed(moment);
  if (passed.length === 0) return;
  const around = { network: await loadNetwork(), calendars: await loadCalendars(db), moment };
  while (passed.length > 0) {
    await oneByOne(
      passed,
      ({ id }) => id,
      (clock) => db.$transaction((tx) => escalateOne(tx, clock, around)),
    );
    // What failed is tried again a minute later.
    passed = await readPassed(moment, passed.at(-1));
  }
}

const readPassed = (moment: Date, from?: Passed) => db.$queryRaw<Passed[]>`
  SELECT id::text, claim_id::text AS "claimId", escalates_at AS "escalatesAt" FROM clocks
  WHERE escalates_at <= ${moment}
    ${from ? Prisma.sql`AND (escalates_at, id) > (${from.escalatesAt}, ${from.id}::uuid)` : Prisma.empty}
  ORDER BY escalates_at, clocks.id LIMIT ${AT_ONCE}`;

type Around = { network: Network; calendars: Calendars; moment: Date };

async function escalateOne(tx: Tx, { id, claimId }: Passed, { network, calendars, moment }: Around) {
  // As everybody who changes clocks holds the claim first; whoever comes second finds the level told.
  await tx.$queryRaw`SELECT id FROM claims WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
  const [clock] = await readClocks(tx, { id, escalatesAt: { lte: moment } });
  if (!clock) return;
  const claim = (await readWaiting(tx, [claimId])).get(claimId);
  if (!claim) return;
  const work = clock.assignmentId
    ? await tx.assignment.findUniqueOrThrow({
        where: { id: clock.assignmentId },
        select: { memberId: true, purpose: true },
      })
    : null;
  const waiting = { claim, work };
  const tellings = tellingsOf(stepsAhead(calendars, clock), (level) => whoIsTold(network, level, waiting));
  const due = tellings.filter(({ at }) => at <= moment);
  const last = due.at(-1);
  if (!last) return;
  await tx.escalation.createMany({
    data: due.map(({ level, to }) => ({ id: newId(), clockId: id, level, at: moment, toMemberId: to })),
  });
  const { level, escalatesAt } = toldAt(calendars, clock, last.level);
  await tx.clock.update({ where: { id }, data: { level, escalatesAt } });
  await recordEvents(
    tx,
    due.map((telling) => ({
      type: "clock.escalated" as const,
      actor: system,
      subjectId: clock.assignmentId ?? claimId,
      claimId,
      data: {
        clock: clock.kind,
        level: telling.level,
        to: telling.to,
        ...(work && { member: work.memberId, purpose: work.purpose }),
      },
    })),
  );
}
