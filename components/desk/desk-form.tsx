"use client";

import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Kbd } from "#components/ui/kbd";
import { SubmitButton } from "#components/ui/submit-button";
import { FormMessage } from "./form-message.tsx";
import type { DeskFormState } from "./use-desk-form.tsx";

type Props = {
  form: DeskFormState;
  /** Ids that the form carries; the version that was seen goes along by itself. */
  hidden: Readonly<Record<string, string>>;
  submit: ReactNode;
  /** The key that presses the button. */
  shortcut?: string;
  variant?: "primary" | "secondary";
  done?: string;
  className?: string;
  children?: ReactNode;
};

/** One decision with what it needs and one button. */
export function DeskForm({ form, hidden, submit, shortcut, variant, done, className, children }: Props) {
  return (
    <form
      ref={form.form}
      action={form.send}
      onSubmit={form.submit}
      noValidate
      className={cn("space-y-4", className)}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {form.seen === undefined ? null : <input type="hidden" name="version" value={form.seen} />}
      <FormMessage state={form.state} hasNews={form.hasNews} done={done} />
      {children}
      <SubmitButton
        size="sm"
        variant={variant}
        data-key={shortcut}
        aria-keyshortcuts={shortcut}
        className="w-full sm:w-auto"
      >
        {submit}
        {shortcut ? (
          <span aria-hidden className="ms-2">
            <Kbd>{shortcut}</Kbd>
          </span>
        ) : null}
      </SubmitButton>
    </form>
  );
}
