import { Clock, ClockAlert } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { cn } from "#components/ui/cn";
import { RelativeTime } from "#components/ui/relative-time";
import type { QueueRow } from "#lib/claims/list-queue";
import { isOpen } from "#lib/claims/status";

type Timed = Pick<QueueRow, "status" | "triageDueAt" | "verdictDueAt">;

/** The clock that runs for a claim now: triage until it is accepted, then the verdict; null once it has ended. */
export function runningClock({ status, triageDueAt, verdictDueAt }: Timed) {
  if (!isOpen(status)) return null;
  return status === "received"
    ? { name: "triage" as const, dueAt: triageDueAt }
    : { name: "verdict" as const, dueAt: verdictDueAt };
}

type Props = {
  name: "triage" | "firstWord" | "verdict" | "assignment";
  dueAt: Date | null;
  className?: string;
};

/** A due time where the work is; overdue is the only red thing on the desk. */
export function DueClock({ name, dueAt, className }: Props) {
  const t = useTranslations("desk.clock");
  const now = useNow();
  if (!dueAt) return null;
  const isOverdue = dueAt < now;
  const Icon = isOverdue ? ClockAlert : Clock;
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 text-sm tabular-nums",
        isOverdue ? "font-semibold text-vermilion" : "text-ink-soft",
        className,
      )}
    >
      <Icon aria-hidden className="size-[1.05em] shrink-0" />
      <span>
        {isOverdue ? t(`overdue.${name}`) : t(`due.${name}`)} <RelativeTime time={dueAt} />
      </span>
    </span>
  );
}
