"use client";

import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { RetryOutcome, RetryReactions } from "#lib/audit/retry-reactions";
import type { FormAction } from "#lib/web/form";

type Props = {
  action: FormAction<RetryOutcome>;
  input: RetryReactions;
  words: string;
  about?: string;
};

/** Has the worker try again what it had given up. */
export function RetryForm({ action, input, words, about }: Props) {
  const form = useForm(action);
  const submit = about ? (
    <>
      {words}
      <span className="sr-only"> {about}</span>
    </>
  ) : (
    words
  );
  return <Form form={form} hidden={input} submit={submit} variant="secondary" />;
}
