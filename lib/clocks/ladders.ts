import type { ClockKind } from "./allowances.ts";

/** Whom it concerns when nobody answers: 1 a second contact, 2 the next level up, 3 the duty editor. */
export const levels = [1, 2, 3] as const;
export type Level = (typeof levels)[number];

/** The part of a clock's time after which a level is told. */
export type Step = { level: Level; share: number };

const last: Step = { level: 3, share: 1 };

/**
 * Who is told when, by what a clock is for. Whoever was asked and does not answer is overtaken level by level; work that is
 * in somebody's hands is theirs until its time is over.
 */
export const ladders: Record<ClockKind, readonly Step[]> = {
  acknowledge: [{ level: 1, share: 1 / 4 }, { level: 2, share: 1 / 2 }, last],
  triage: [{ level: 1, share: 1 / 4 }, last],
  "first-word": [last],
  verdict: [last],
  objection: [last],
};

/** What follows when these levels have been told; nothing after the last. */
export const stepsAfter = (kind: ClockKind, level: number): readonly Step[] =>
  ladders[kind].filter((step) => step.level > level);
