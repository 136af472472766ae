import type { ClockKind, PauseReason } from "#lib/clocks/allowances";
import type { QueueRow } from "./list-queue.ts";

/** So many who ask within an hour are worth a word. */
const WORTH_TELLING = 5;

/** Why a claim stands where it does: what it is due for and when, how many ask, that it may be a danger to life, what it waits for, that its sender has answered, until when somebody has put it off. */
export type Why = {
  due: { kind: ClockKind; at: Date; isLate: boolean } | null;
  asked: number | null;
  isDanger: boolean;
  paused: PauseReason | null;
  isAnswered: boolean;
  hiddenUntil: Date | null;
};

type Ordered = Pick<
  QueueRow,
  | "clocks"
  | "dueAt"
  | "repliedAt"
  | "hiddenUntil"
  | "askedLately"
  | "orderAt"
  | "orderClass"
  | "urgency"
  | "status"
>;

/** What gives a claim its place in the order of work, the same that the database orders by. */
export function whyHere(
  { clocks, dueAt, askedLately, orderAt, orderClass, urgency, repliedAt, hiddenUntil }: Ordered,
  now: Date,
): Why {
  const due = dueAt && clocks.find((clock) => clock.dueAt?.getTime() === dueAt.getTime());
  return {
    due: due && dueAt ? { kind: due.kind, at: dueAt, isLate: dueAt < now } : null,
    asked: orderAt && askedLately >= WORTH_TELLING ? askedLately : null,
    isDanger: orderAt !== null && orderClass === "P0" && urgency !== "P0",
    paused: dueAt ? null : (clocks.find(({ pauseReason }) => pauseReason !== null)?.pauseReason ?? null),
    isAnswered: orderAt !== null && repliedAt !== null,
    hiddenUntil: orderAt && hiddenUntil && hiddenUntil > now ? hiddenUntil : null,
  };
}
