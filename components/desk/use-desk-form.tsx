"use client";

import { useTranslations } from "next-intl";
import {
  type FormEvent,
  startTransition,
  useActionState,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type ActionState, idle } from "#lib/access/action-state";
import type { FieldCode } from "#lib/platform/validation";
import { useTyped } from "./keep-typed.tsx";

/** Every refusal that a use case of the desk returns; each is worded in `desk.reasons`. */
export type Refusal =
  | "CLAIM_CHANGED"
  | "MOVE_REFUSED"
  | "NOT_FOUND_TARGET"
  | "ONLY_REPORT"
  | "NO_ROUTE"
  | "ASSIGNMENT_CHANGED"
  | "ALREADY_HELD"
  | "NO_EVIDENCE"
  | "ALREADY_WITHDRAWN";

export type DeskOutcome = { ok: true } | { ok: false; reason: Refusal };
export type DeskAction<Outcome extends DeskOutcome = DeskOutcome> = (
  previous: ActionState<Outcome>,
  formData: FormData,
) => Promise<ActionState<Outcome>>;

export type DeskFormState = ReturnType<typeof useDeskForm>;

/**
 * A form of the desk: sent with or without scripts, its text kept until it is accepted. `version` is that of the claim;
 * the form sends the one that its user saw when they began to type, so that nobody's change is overwritten unseen.
 */
export function useDeskForm<Outcome extends DeskOutcome>(action: DeskAction<Outcome>, version?: number) {
  const t = useTranslations("errors.field");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [state, send] = useActionState<ActionState<Outcome>, FormData>(action, idle);
  const { dirty, settle } = useTyped();
  const seen = useSeenVersion(version, dirty, state);

  const isAccepted = state.outcome?.ok === true;
  // Before the answer is painted, so that nothing typed after it is cleared.
  useLayoutEffect(() => {
    if (state.result?.error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    if (!isAccepted) return;
    form.current?.reset();
    settle();
    // The state alone tells that another answer has come; a new `settle` must not reset what is typed since.
  }, [state, settle, isAccepted]);

  /** With scripts React does not clear the form after an answer, as it would when left to itself. */
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => send(data));
  };

  /** What ties a control to its field: its name, its text from before, what is wrong with it. */
  const field = (name: string, initial = "") => {
    const typed = state.result?.initialValue?.[name];
    const code = state.result?.error?.[name]?.[0];
    return {
      id: `${id}-${name}`,
      name,
      defaultValue: state.result ? (typeof typed === "string" ? typed : "") : initial,
      error: code ? t(code as FieldCode) : undefined,
    };
  };

  /** Sent, and not accepted: what is folded away shows itself again. */
  const isAnswered = state.result !== null || state.refused !== null;
  return { form, send, submit, field, state, seen, isAnswered, hasNews: seen !== version };
}

function useSeenVersion(version: number | undefined, dirty: boolean, state: ActionState<DeskOutcome>) {
  const [seen, setSeen] = useState(version);
  const [answered, setAnswered] = useState(state);
  if (answered !== state) {
    // After an answer the page shows what the claim is now; sending again is a decision in its knowledge.
    setAnswered(state);
    setSeen(version);
  } else if (!dirty && seen !== version) setSeen(version);
  return seen;
}
