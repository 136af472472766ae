"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "#components/form/error-summary";
import { Field } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { Textarea } from "#components/ui/textarea";
import { type ActionState, idle } from "#lib/access/action-state";
import type { Messages } from "#lib/i18n/messages";

type Outcome = { ok: true } | { ok: false; reason: "UNKNOWN_RECEIPT" | "CLAIM_ENDED" | "TOO_MANY" };
type TalkState = ActionState<Outcome>;
export type ReplyAction = (previous: TalkState, formData: FormData) => Promise<TalkState>;

type Words = Messages["talk"]["track"];

type Props = {
  action: ReplyAction;
  words: Words;
  /** Whether the desk waits for an answer. */
  isAsked: boolean;
  /** Folded away until it is wanted. */
  isFolded: boolean;
  /** What was said so far. */
  children: ReactNode;
};

const ID = "talk-text";

const reasons = { UNKNOWN_RECEIPT: "gone", CLAIM_ENDED: "ended", TOO_MANY: "tooMany" } as const;

/** The conversation with the desk and the form that adds to it; what is typed stays until it has arrived. */
export function TrackTalk({ action, words, isAsked, isFolded, children }: Props) {
  const [state, submit] = useActionState(action, idle);
  const { outcome, result } = state;
  const typed = result?.initialValue?.text;
  const error = problemOf(state, words);
  const form = (
    <form action={submit} className="space-y-4" data-print="hide">
      <ErrorSummary problems={error ? [{ fieldId: ID, message: error }] : []}>{words.kept}</ErrorSummary>
      {outcome?.ok ? <Notice tone="success">{words.sent}</Notice> : null}
      <Field id={ID} label={isAsked ? words.answer : words.add} hint={words.hint} error={error}>
        {(control) => (
          <Textarea
            {...control}
            name="text"
            rows={3}
            className="min-h-24"
            defaultValue={typeof typed === "string" ? typed : ""}
          />
        )}
      </Field>
      <SubmitButton variant={isAsked ? "primary" : "secondary"}>{words.submit}</SubmitButton>
    </form>
  );
  if (!isFolded) {
    return (
      <>
        {children}
        {form}
      </>
    );
  }
  return (
    <details open={state !== idle || undefined}>
      <summary className="font-semibold">{words.add}</summary>
      <div className="mt-3 space-y-4">
        {children}
        {form}
      </div>
    </details>
  );
}

function problemOf({ outcome, result, refused }: TalkState, words: Words): string | undefined {
  if (refused && refused !== "VALIDATION") return words.refused;
  if (outcome?.ok === false) return words[reasons[outcome.reason]];
  const code = result?.error?.text?.[0];
  if (!code) return undefined;
  const { problems } = words;
  return code in problems ? problems[code as keyof typeof problems] : problems.invalid;
}
