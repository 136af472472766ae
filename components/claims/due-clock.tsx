import { CirclePause, Clock, ClockAlert } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time";
import { isOpen } from "#lib/claims/status";
import type { QueueRow } from "#lib/desk/list-queue";

type Timed = Pick<QueueRow, "status" | "sideState" | "suspicion" | "triageDueAt" | "verdictDueAt">;

type ClockName = "triage" | "firstWord" | "verdict" | "assignment";

/**
 * The clock that runs for a claim now: triage until it is accepted, then the verdict; null once it has ended, and before
 * the claim is in the queue.
 */
export function runningClock({ status, sideState, suspicion, triageDueAt, verdictDueAt }: Timed) {
  if (!isOpen(status) || suspicion) return null;
  const isPaused = sideState === "waiting-evidence";
  return status === "received"
    ? { name: "triage" as const, dueAt: triageDueAt, isPaused }
    : { name: "verdict" as const, dueAt: verdictDueAt, isPaused };
}

type Props = { name: ClockName; dueAt: Date | null; isPaused?: boolean };

/** A due time where the work is; overdue is the only red thing on the desk. */
export function DueClock({ name, dueAt, isPaused = false }: Props) {
  const t = useTranslations("desk.clock");
  const now = useNow();
  if (!dueAt) return null;
  const isOverdue = !isPaused && dueAt < now;
  const Icon = isPaused ? CirclePause : isOverdue ? ClockAlert : Clock;
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 text-sm tabular-nums",
        isOverdue ? "font-semibold text-vermilion" : "text-ink-soft",
      )}
    >
      <Icon aria-hidden className="size-[1.05em] shrink-0" />
      <span>
        {isPaused ? (
          t("paused")
        ) : (
          <>
            {isOverdue ? t(`overdue.${name}`) : t(`due.${name}`)} <RelativeTime time={dueAt} />
          </>
        )}
      </span>
    </span>
  );
}
