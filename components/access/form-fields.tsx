"use client";

import type { FieldMetadata } from "@conform-to/react";
import type { ComponentProps, ReactNode } from "react";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Textarea } from "#components/ui/textarea";
import { useFieldWords } from "./field-words.tsx";

type Common = {
  field: FieldMetadata<string> | FieldMetadata<string | undefined>;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  className?: string;
};

/** A line of text of a form. */
export function TextField({
  field,
  label,
  hint,
  optional,
  className,
  ...input
}: Common & Omit<ComponentProps<typeof Input>, "className">) {
  const words = useFieldWords();
  return (
    <Field {...about(field, words)} label={label} hint={hint} {...place({ optional, className })}>
      {(control) => (
        <Input key={field.key} name={field.name} defaultValue={field.initialValue} {...control} {...input} />
      )}
    </Field>
  );
}

/** Several lines of text of a form. */
export function LongTextField({
  field,
  label,
  hint,
  optional,
  className,
  rows = 3,
  ...area
}: Common & Omit<ComponentProps<typeof Textarea>, "className">) {
  const words = useFieldWords();
  return (
    <Field {...about(field, words)} label={label} hint={hint} {...place({ optional, className })}>
      {(control) => (
        <Textarea
          key={field.key}
          rows={rows}
          style={{ minHeight: `${rows * 1.65 + 1}em` }}
          name={field.name}
          defaultValue={field.initialValue}
          {...control}
          {...area}
        />
      )}
    </Field>
  );
}

/** A new or present password; never filled in again by the server. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, "type">) {
  return <TextField {...props} type="password" defaultValue="" spellCheck={false} autoCapitalize="none" />;
}

const about = (field: Common["field"], words: ReturnType<typeof useFieldWords>) => ({
  id: field.id,
  error: words(field.errors),
});

const place = ({
  optional,
  className,
}: {
  optional: boolean | undefined;
  className: string | undefined;
}) => ({
  ...(optional === undefined ? {} : { optional }),
  ...(className === undefined ? {} : { className }),
});
