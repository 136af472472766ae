"use client";

import { type DefaultValue, parse, useForm } from "@conform-to/react";
import { type FormEvent, startTransition, useActionState } from "react";
import { type FormAction, idle } from "#lib/access/action-state";

/**
 * A form and its server action. Without scripts the browser sends it as it is; with them the fields keep what was typed
 * whatever the answer, and rows come and go without asking the server. `Fields` names the form's fields.
 */
export function useActionForm<Fields extends Record<string, unknown>, Outcome>(
  id: string,
  action: FormAction<Outcome>,
  defaultValue?: DefaultValue<Fields>,
) {
  const [state, submit] = useActionState(action, idle);
  const [form, fields] = useForm<Fields>({
    id,
    lastResult: state.result,
    ...(defaultValue === undefined ? {} : { defaultValue }),
    // The server judges; here only the buttons that add, remove and move rows are answered.
    onValidate: ({ formData }) => parse(formData, { resolve: (value) => ({ value: value as Fields }) }),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    form.onSubmit(event);
    if (event.defaultPrevented) return;
    // Sent by hand, because React empties a form that it has sent itself.
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => submit(data));
  };
  return { state, form, fields, formProps: { id, action: submit, onSubmit, noValidate: true } };
}
