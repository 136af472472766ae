import type { Tx } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import type { Urgency } from "#lib/reference/urgency";
import { allowances, type ClockKind, type PauseReason } from "./allowances.ts";
import { readClocks } from "./change-clocks.ts";
import { loadCalendars } from "./load-calendars.ts";
import { running, type Timing } from "./timing.ts";

type Start = { claimId: string; urgency: Urgency; at: Date; pauseReason?: PauseReason | null };

/** Starts the clocks of a claim that has come in; while a detector keeps it apart, they wait. */
export async function startClocks(tx: Tx, { urgency, ...start }: Start): Promise<void> {
  const clocks = claimKinds.flatMap((kind) => fresh(kind, urgency));
  await createClocks(tx, clocks, { assignmentId: null, ...start });
}

const claimKinds = ["triage", "first-word", "verdict"] as const;

type StartWork = Start & {
  assignmentId: string;
  /** The assignment that another member hands over: its clock goes on. */
  handedFromId?: string | undefined;
};

/**
 * Starts the clocks of work that a member is offered: its answer, and the work, which is due with the claim's verdict and
 * pauses with it. Work on a claim that has had its verdict gets the time of its class anew.
 */
export async function startWork(
  tx: Tx,
  { urgency, claimId, assignmentId, handedFromId, at }: StartWork,
): Promise<void> {
  const [claims] = await readClocks(tx, { claimId, assignmentId: null, kind: "verdict", stoppedAt: null });
  const [handed] = handedFromId
    ? await readClocks(tx, { claimId, assignmentId: handedFromId, kind: "verdict" })
    : [];
  const work = handed ?? claims;
  const of = { claimId, assignmentId, pauseReason: claims?.pauseReason };
  await createClocks(tx, fresh("acknowledge", urgency), { ...of, at });
  // What is handed over goes on from where it stopped: nothing is gained in between.
  await createClocks(tx, work ? [work] : fresh("verdict", urgency), { ...of, at: handed?.stoppedAt ?? at });
}

type Fresh = Pick<Timing, "kind" | "calendar" | "budgetMs" | "usedMs"> & { startedAt?: Date };

/** A clock of a class that has used nothing; none for what has no due time in it. */
export function fresh(kind: ClockKind, urgency: Urgency): Fresh[] {
  const { calendar, budgets } = allowances[urgency];
  const budgetMs = budgets[kind];
  return budgetMs === undefined ? [] : [{ kind, calendar, budgetMs, usedMs: 0 }];
}

type Of = {
  claimId: string;
  assignmentId: string | null;
  at: Date;
  pauseReason?: PauseReason | null | undefined;
};

/** Writes clocks that go on from what they have used, and from whom was told: they run from now on, or are paused. */
export async function createClocks(
  tx: Tx,
  clocks: readonly (Fresh & Partial<Timing>)[],
  { claimId, assignmentId, at, pauseReason = null }: Of,
): Promise<void> {
  if (clocks.length === 0) return;
  const calendars = await loadCalendars(tx);
  await tx.clock.createMany({
    data: clocks.map(
      ({ kind, calendar, budgetMs, usedMs, startedAt = at, runningSince = null, level = 0 }) => {
        const timing = {
          kind,
          calendar,
          budgetMs,
          usedMs,
          runningSince,
          dueAt: null,
          level,
          escalatesAt: null,
        };
        const going = pauseReason ? timing : running(calendars, timing, at);
        return { id: newId(), claimId, assignmentId, startedAt, pauseReason, ...going };
      },
    ),
  });
}
