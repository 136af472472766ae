import { isClosed, isPublished } from "#lib/claims/status";
import { allowances, type ClockKind, type PauseReason, type StopReason } from "#lib/clocks/allowances";
import { always, workingCalendar } from "#lib/clocks/calendar";
import { atRest, running } from "#lib/clocks/timing";
import { newId } from "#lib/platform/id";
import type { Dossier } from "./dossier.ts";

const calendars = { always, working: workingCalendar() };

type Told = {
  kind: ClockKind;
  startedAt: Date;
  /** Since when it counts: work that is offered later has used what the claim has. */
  countsFrom?: Date;
  assignmentId?: string;
  paused?: { at: Date; reason: PauseReason } | null;
  stopped?: { at: Date; reason: StopReason } | null;
};

/** The clocks that a claim's history has left: each has run from its start until it was stopped or paused. */
export function tellClocks(dossier: Dossier): void {
  const { story, claim, rows } = dossier;
  const { urgency } = story;
  const { calendar, budgets } = allowances[urgency];

  function tell({ kind, startedAt, countsFrom = startedAt, assignmentId, paused, stopped }: Told): void {
    const budgetMs = budgets[kind];
    if (budgetMs === undefined) return;
    const started = { calendar, budgetMs, usedMs: 0, runningSince: null, dueAt: null };
    const clock = running(calendars, started, countsFrom);
    const end = stopped ?? paused;
    rows.clocks.push({
      id: newId(),
      claimId: story.id,
      assignmentId: assignmentId ?? null,
      kind,
      startedAt,
      ...(end ? atRest(calendars, clock, end.at) : clock),
      pauseReason: stopped ? null : (paused?.reason ?? null),
      stoppedAt: stopped?.at ?? null,
      stopReason: stopped?.reason ?? null,
    });
  }

  const received = new Date(claim.createdAt);
  const happened = (type: string) => {
    const event = rows.events.find((told) => told.type === type);
    return event && { at: new Date(event.at), reason: "done" as const };
  };
  const closed = isClosed(story.status) && {
    at: new Date(claim.closedAt ?? received),
    reason: story.status === "duplicate" ? ("merged" as const) : ("closed" as const),
  };
  const published = isPublished(story.status) && happened("debunk.published");
  const paused = story.side && {
    at: new Date(claim.sideSince ?? received),
    reason: "waiting-evidence" as const,
  };
  const ended = closed || published || null;
  tell({ kind: "triage", startedAt: received, stopped: happened("claim.triaged") ?? ended });
  for (const kind of ["first-word", "verdict"] as const) {
    tell({ kind, startedAt: received, paused, stopped: ended });
  }
  for (const { id: assignmentId, status, offeredAt, respondedAt, doneAt } of rows.assignments) {
    const startedAt = new Date(offeredAt);
    const end = doneAt
      ? { at: new Date(doneAt), reason: status === "done" ? status : ("withdrawn" as const) }
      : null;
    const answered = respondedAt ? { at: new Date(respondedAt), reason: "done" as const } : end;
    tell({ kind: "acknowledge", assignmentId, startedAt, paused, stopped: answered });
    tell({ kind: "verdict", assignmentId, startedAt, countsFrom: received, paused, stopped: end });
  }
}
