"use client";

import type { ReactNode } from "react";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Select } from "#components/ui/select";
import { Textarea } from "#components/ui/textarea";
import type { DeskFormState } from "./use-desk-form.tsx";

type Common = {
  form: DeskFormState;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  initial?: string | undefined;
};

type TextProps = Common & {
  type?: "text" | "url" | "date" | "number";
  max?: string;
  inputMode?: "numeric";
  list?: string;
};

/** A line of text of a desk form. */
export function TextField({ form, name, label, hint, optional, initial, ...rest }: TextProps) {
  const { error, ...control } = form.field(name, initial);
  return (
    <Field id={control.id} label={label} hint={hint} optional={optional} error={error}>
      {(ties) => <Input {...control} {...ties} {...rest} />}
    </Field>
  );
}

/** Several lines of text of a desk form. */
export function AreaField({
  form,
  name,
  label,
  hint,
  optional,
  initial,
  rows = 3,
}: Common & { rows?: number }) {
  const { error, ...control } = form.field(name, initial);
  return (
    <Field id={control.id} label={label} hint={hint} optional={optional} error={error}>
      {(ties) => <Textarea rows={rows} className="min-h-20" {...control} {...ties} />}
    </Field>
  );
}

type SelectProps = Common & { onChange?: (value: string) => void; children: ReactNode };

/** A choice from the device's own list. */
export function SelectField({ form, name, label, hint, optional, initial, onChange, children }: SelectProps) {
  const { error, ...control } = form.field(name, initial);
  return (
    <Field id={control.id} label={label} hint={hint} optional={optional} error={error}>
      {(ties) => (
        <Select {...control} {...ties} onChange={(event) => onChange?.(event.currentTarget.value)}>
          {children}
        </Select>
      )}
    </Field>
  );
}
