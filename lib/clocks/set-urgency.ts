import type { Tx } from "#lib/platform/db";
import type { Urgency } from "#lib/reference/urgency";
import { allowances } from "./allowances.ts";
import { changeClocks, readClocks } from "./change-clocks.ts";
import { createClocks, fresh } from "./start-clocks.ts";
import { stopped } from "./stop-clocks.ts";
import { withBudget } from "./timing.ts";

/**
 * Raises or lowers the class of a claim: each clock gets the budget of the new class and keeps what it has used. A first
 * public word that only the new class knows has used as much as the verdict; one that it does not know is not due.
 */
export async function setUrgency(
  tx: Tx,
  { claimId, urgency, at }: { claimId: string; urgency: Urgency; at: Date },
): Promise<void> {
  const { calendar, budgets } = allowances[urgency];
  await changeClocks(tx, claimId, { stoppedAt: null }, (clock, calendars) => {
    const budgetMs = budgets[clock.kind];
    return budgetMs === undefined
      ? stopped(calendars, clock, "lowered", at)
      : withBudget(calendars, clock, { calendar, budgetMs }, at);
  });
  const clocks = await readClocks(tx, {
    claimId,
    assignmentId: null,
    kind: { in: ["first-word", "verdict"] },
  });
  const verdict = clocks.find(({ kind, stoppedAt }) => kind === "verdict" && !stoppedAt);
  const hasWord = clocks.some(({ kind, stopReason }) => kind === "first-word" && stopReason !== "lowered");
  if (!verdict || hasWord) return;
  const { usedMs, startedAt, pauseReason } = verdict;
  const word = fresh("first-word", urgency).map((clock) => ({ ...clock, usedMs, startedAt }));
  await createClocks(tx, word, { claimId, assignmentId: null, at, pauseReason });
}
