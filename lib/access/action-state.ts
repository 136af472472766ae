import type { SubmissionResult } from "@conform-to/react";
import type { AppErrorCode } from "#lib/platform/errors";

/** What a form knows after it was sent: what was typed and what is wrong with it, the outcome, or why it was refused. */
export type ActionState<Outcome = unknown> = {
  /** For conform's `lastResult`: the typed values and their errors. */
  result: SubmissionResult<string[]> | null;
  outcome: Outcome | null;
  refused: AppErrorCode | null;
};

/** The state of a form that was not sent yet. */
export const idle: ActionState<never> = { result: null, outcome: null, refused: null };

/** A server action as a form takes it: what it knew before and what was sent give what it knows now. */
export type FormAction<Outcome> = (
  previous: ActionState<Outcome>,
  formData: FormData,
) => Promise<ActionState<Outcome>>;
