"use client";

import { type ReactNode, useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type ActionState, idle } from "#lib/access/action-state";

type State = ActionState<{ ok: boolean }>;
export type LetterAction = (previous: State, formData: FormData) => Promise<State>;

type Words = {
  title: string;
  lead: string;
  submit: string;
  done: string;
  doneText: string;
  bad: { title: string; detail: string };
  home: string;
};

type Props = {
  action: LetterAction;
  token: string;
  words: Words;
  refused: string;
  /** The link is too old, or was never ours. */
  isDead?: boolean;
  children?: ReactNode;
};

/** The page behind a link in a letter: nothing happens until its button is pressed, for scanners open every link. */
export function LetterPage({ action, token, words, refused, isDead, children }: Props) {
  const [{ outcome, result, refused: code }, submit] = useActionState(action, idle);
  const isBad = (isDead && !outcome?.ok) || outcome?.ok === false || (result?.error && !code);
  return (
    <div className="measure space-y-6">
      <h1 className="font-serif text-3xl">
        {outcome?.ok ? words.done : isBad ? words.bad.title : words.title}
      </h1>
      {outcome?.ok ? (
        <p role="status" className="text-lg">
          {words.doneText}
        </p>
      ) : null}
      {isBad ? <p role="alert">{words.bad.detail}</p> : null}
      {outcome?.ok || isBad ? (
        <ButtonLink href="/" variant="secondary">
          {words.home}
        </ButtonLink>
      ) : (
        <>
          <p className="text-lg">{words.lead}</p>
          {children}
          {code ? (
            <Notice tone="warning" live="alert">
              {refused}
            </Notice>
          ) : null}
          <form action={submit}>
            <input type="hidden" name="token" value={token} />
            <SubmitButton size="lg">{words.submit}</SubmitButton>
          </form>
        </>
      )}
    </div>
  );
}
