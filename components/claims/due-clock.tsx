import { CirclePause, Clock, ClockAlert } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time";
import type { GoingClock } from "#lib/clocks/queries";

/** In the order in which they are due. */
const order = ["triage", "acknowledge", "verdict", "first-word", "objection"] as const;

/** Clocks in the order in which a claim, or a member's work, passes them; the first is what is to be done now. */
export const inOrder = (clocks: readonly GoingClock[]): GoingClock[] =>
  clocks.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));

type Props = { clock: GoingClock | undefined; ofWork?: boolean };

/** A due time where the work is, or why it is paused; overdue is the only red thing on the desk. */
export function DueClock({ clock, ofWork = false }: Props) {
  const t = useTranslations("desk.clock");
  const now = useNow();
  if (!clock) return null;
  const { kind, dueAt, pauseReason } = clock;
  const name = ofWork && kind === "verdict" ? "work" : kind;
  const isOverdue = dueAt !== null && dueAt < now;
  const Icon = pauseReason ? CirclePause : isOverdue ? ClockAlert : Clock;
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 text-sm tabular-nums",
        isOverdue ? "font-semibold text-vermilion" : "text-ink-soft",
      )}
    >
      <Icon aria-hidden className="size-[1.05em] shrink-0" />
      <span>
        {pauseReason ? t(`paused.${pauseReason}`) : null}
        {dueAt ? (
          <>
            {isOverdue ? t(`overdue.${name}`) : t(`due.${name}`)} <RelativeTime time={dueAt} />
          </>
        ) : null}
      </span>
    </span>
  );
}

/** What is due now and next; of several that are paused, the reason once. */
export function DueClocks({ clocks, ofWork }: { clocks: readonly GoingClock[]; ofWork?: boolean }) {
  const [first, next] = inOrder(clocks);
  return (
    <>
      <DueClock clock={first} ofWork={ofWork} />
      {first?.pauseReason ? null : <DueClock clock={next} ofWork={ofWork} />}
    </>
  );
}
