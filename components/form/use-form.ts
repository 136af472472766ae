"use client";

import {
  type FormEvent,
  startTransition,
  useActionState,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type FormAction, type FormState, idle, type Outcome } from "#lib/web/form";
import { useAfterRenewal } from "./after-renewal.ts";
import { overNetwork } from "./over-network.ts";
import { useTyping } from "./typing.ts";
import { type OwnWords, useFormWords, wordProblem } from "./words.tsx";

type Options<Name extends string> = {
  /** Before the name of a field, its id; only where something else needs to know it. */
  id?: string;
  /** What each field is called, in the order in which they stand; of rows `points[].text`. */
  labels?: Readonly<Record<Name, string>>;
  words?: OwnWords;
  /** The version of what the form is about; it sends the one that its user saw when they began to type. */
  version?: number | undefined;
  /** What was accepted goes on being edited. */
  isKept?: boolean;
  /** Where the answer is shown where there are no scripts; left out, on the page of the form. */
  permalink?: string;
  /** May add to what is sent, and says whether it is sent at all. */
  onSend?: (formData: FormData, event: FormEvent<HTMLFormElement>) => boolean;
};

/** A form as its fields see it. */
export type FormOf<Name extends string = string> = ReturnType<typeof useForm<unknown, Name>>;

/**
 * A form and its server action, sent with or without scripts: what was typed is kept until it is accepted, and what is
 * wrong is told at the fields. The server judges alone, by the schema of the action.
 */
export function useForm<Given = Outcome, Name extends string = never>(
  action: FormAction<Given>,
  { id: ownId, labels, words: ownWords, version, isKept, permalink, onSend }: Options<Name> = {},
) {
  const words = useFormWords(ownWords);
  const someId = useId();
  const id = ownId ?? someId;
  const ref = useRef<HTMLFormElement>(null);
  // On the server it is the action itself, so that the form can be sent without scripts.
  const sent = typeof window === "undefined" ? action : overNetwork(action);
  const [state, send, isPending] = useActionState<FormState<Given>, FormData>(sent, idle, permalink);
  useAfterRenewal(id, ref);
  // An answer that what was kept here has overtaken.
  const [old, setOld] = useState<FormState | null>(null);
  const isOld = old === state;
  const { dirty, settle } = useTyping();
  const seen = useSeenVersion(version, dirty, state);

  // Before the answer is painted, so that nothing typed after it is cleared.
  useLayoutEffect(() => {
    if (state === idle) return;
    const isAccepted = state.typed === null;
    if (isAccepted && !isKept) ref.current?.reset();
    if (isAccepted) settle();
    else if (state.outcome !== null) emptySecrets(ref.current);
  }, [state, settle, isKept]);

  // Sent by hand: React empties a form that it has sent itself, and with it what was typed meanwhile.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const formData = new FormData(event.currentTarget, submitter);
    if (!onSend || onSend(formData, event)) startTransition(() => send(formData));
    else setOld(state);
  };

  /** What ties a control to its field: its name, what stands in it, what is wrong with it. */
  const field = (name: string, initial: string | readonly string[] = []) => {
    const values = state.typed ? (state.typed[name] ?? []) : [initial].flat();
    const code = isOld ? undefined : state.errors[name];
    return {
      id: `${id}-${name}`,
      name,
      values,
      error: code === undefined ? undefined : wordProblem(words.problems, name, code),
    };
  };

  return {
    id,
    ref,
    props: { ref, action: send, onSubmit, noValidate: true },
    send,
    state,
    isPending,
    isSent: state !== idle,
    /** Sent, and not accepted: what is folded away shows itself again. */
    isRefused: state.typed !== null,
    isOld,
    words,
    labels,
    field,
    seen,
    hasNews: seen !== version,
  };
}

/** A password that was refused is typed again, as it is where there are no scripts. */
function emptySecrets(form: HTMLFormElement | null) {
  for (const secret of form?.querySelectorAll<HTMLInputElement>('input[type="password"]') ?? [])
    secret.value = "";
}

function useSeenVersion(version: number | undefined, dirty: boolean, state: FormState) {
  const [seen, setSeen] = useState(version);
  const [answered, setAnswered] = useState(state);
  if (answered !== state) {
    // After an answer the page shows what the claim is now; sending again is a decision in its knowledge.
    setAnswered(state);
    setSeen(version);
  } else if (!dirty && seen !== version) setSeen(version);
  return seen;
}
