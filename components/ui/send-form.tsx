"use client";

import { type FormEvent, startTransition } from "react";

/**
 * Sends a form to its action without React's reset of the form afterwards: what is typed while the answer is awaited
 * stays. `complete` may add to what is sent. Without scripts the form's own `action` does the same.
 */
export const sendKept =
  (submit: (formData: FormData) => void, complete?: (formData: FormData) => void) =>
  (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const formData = new FormData(event.currentTarget);
    const { nativeEvent } = event;
    const submitter = "submitter" in nativeEvent ? nativeEvent.submitter : null;
    if (submitter instanceof HTMLButtonElement && submitter.name)
      formData.append(submitter.name, submitter.value);
    complete?.(formData);
    startTransition(() => submit(formData));
  };
