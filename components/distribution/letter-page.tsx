"use client";

import type { ReactNode } from "react";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { ButtonLink } from "#components/ui/button";
import type { FormAction } from "#lib/web/form";

export type LetterAction = FormAction<{ ok: boolean }>;

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
  /** Its button was pressed before. */
  isDone?: boolean;
  /** What it is about, before and after. */
  children?: ReactNode;
};

/** The page behind a link in a letter: nothing happens until its button is pressed, for scanners open every link. */
export function LetterPage({ action, token, words, refused, isDead, isDone, children }: Props) {
  const form = useForm(action, {
    words: { problems: { invalid: refused }, refusals: { other: { detail: refused } } },
  });
  const { outcome, errors, refused: code } = form.state;
  const isAnswered = outcome?.ok || (isDone && outcome === null);
  const isBad =
    (isDead && !outcome?.ok) || outcome?.ok === false || (!code && Object.keys(errors).length > 0);
  return (
    <div className="measure space-y-6">
      <h1 className="font-serif text-3xl">
        {isAnswered ? words.done : isBad ? words.bad.title : words.title}
      </h1>
      {isAnswered ? (
        <p role="status" className="text-lg">
          {words.doneText}
        </p>
      ) : null}
      {isBad ? <p role="alert">{words.bad.detail}</p> : null}
      {isAnswered || isBad ? (
        <>
          {isBad ? null : children}
          <ButtonLink href="/" variant="secondary">
            {words.home}
          </ButtonLink>
        </>
      ) : (
        <>
          <p className="text-lg">{words.lead}</p>
          {children}
          <Form form={form} hidden={{ token }} submit={words.submit} size="lg" />
        </>
      )}
    </div>
  );
}
