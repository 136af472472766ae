"use client";

import type { ComponentProps, ReactNode } from "react";
import { Checkbox } from "#components/ui/checkbox";
import { cn } from "#components/ui/cn.ts";
import { Field, FieldGroup } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { RadioGroup } from "#components/ui/radio-group";
import { Select } from "#components/ui/select";
import { Textarea } from "#components/ui/textarea";
import { isNear, TextCount, useLength } from "./text-count.tsx";
import { useEarlyText } from "./use-early-text.ts";
import type { FormOf } from "./use-form.ts";

type Common<Name extends string> = {
  form: FormOf<Name>;
  name: Name;
  /** Left out, what the form calls the field. */
  label?: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  large?: boolean;
  /** What stands in it before anything is typed. */
  initial?: string | null | undefined;
};

const fieldProps = <Name extends string>({ form, name, label, initial, ...texts }: Common<Name>) => {
  const { id, values, error } = form.field(name, initial ?? undefined);
  const control = { name, defaultValue: values[0] ?? "" };
  return { field: { id, label: label ?? form.labels?.[name], error, ...texts }, control };
};

type TextProps<Name extends string> = Common<Name> & Omit<ComponentProps<typeof Input>, keyof Common<Name>>;

/** A line of text. */
export function TextField<Name extends string>(props: TextProps<Name>) {
  const { form, name, label, hint, optional, large, initial, ...input } = props;
  const { field, control } = fieldProps({ form, name, label, hint, optional, large, initial });
  return <Field {...field}>{(ties) => <Input {...control} {...ties} {...input} />}</Field>;
}

/** A password; no answer fills it in again. */
export function PasswordField<Name extends string>(props: TextProps<Name>) {
  return <TextField {...props} type="password" spellCheck={false} autoCapitalize="none" />;
}

/** Several lines of text; where there is a limit it is counted near and beyond it. */
export function AreaField<Name extends string>(
  props: Common<Name> & { limit?: number } & Omit<ComponentProps<typeof Textarea>, keyof Common<Name>>,
) {
  const { form, name, label, hint, optional, large, initial, limit, rows = 3, ...area } = props;
  const { field, control } = fieldProps({ form, name, label, hint, optional, large, initial });
  const ref = useEarlyText(field.id);
  const length = useLength(ref, limit, control.defaultValue);
  const isCounted = limit !== undefined && isNear(length, limit);
  const count = `${field.id}-count`;
  const style = { minHeight: `${rows * 1.65 + 1}em` };
  return (
    <Field {...field}>
      {({ "aria-describedby": told, ...ties }) => (
        <>
          <Textarea
            ref={ref}
            rows={rows}
            style={style}
            {...control}
            {...ties}
            aria-describedby={isCounted ? cn(told, count) : told}
            {...area}
          />
          {isCounted ? <TextCount id={count} length={length} limit={limit} /> : null}
        </>
      )}
    </Field>
  );
}

/** A choice from the device's own list. */
export function SelectField<Name extends string>(
  props: Common<Name> & Omit<ComponentProps<typeof Select>, keyof Common<Name>>,
) {
  const { form, name, label, hint, optional, large, initial, ...select } = props;
  const { field, control } = fieldProps({ form, name, label, hint, optional, large, initial });
  return <Field {...field}>{(ties) => <Select {...control} {...ties} {...select} />}</Field>;
}

type Option = ComponentProps<typeof RadioGroup>["options"][number];

/** One choice of several, all of them visible. */
export function ChoiceField<Name extends string>({
  options,
  columns,
  ...props
}: Common<Name> & { options: readonly Option[]; columns?: boolean }) {
  const { field, control } = fieldProps(props);
  return <RadioGroup {...field} {...control} options={options} columns={columns} />;
}

type ChecksProps<Name extends string> = Omit<Common<Name>, "initial"> & {
  options: readonly Option[];
  initial?: readonly string[];
  children?: ReactNode;
};

/** Several choices, each to be ticked. */
export function ChecksField<Name extends string>({
  form,
  name,
  label,
  initial,
  options,
  children,
  ...texts
}: ChecksProps<Name>) {
  const { id, values, error } = form.field(name, initial);
  return (
    <FieldGroup id={id} label={label ?? form.labels?.[name]} error={error} {...texts}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          id={`${id}-${option.value}`}
          name={name}
          defaultChecked={values.includes(option.value)}
          {...option}
        />
      ))}
      {children}
    </FieldGroup>
  );
}

/** One thing to tick. */
export function TickField<Name extends string>({
  form,
  name,
  label,
  hint,
  initial = false,
}: Omit<Common<Name>, "initial"> & { initial?: boolean }) {
  const { id, values } = form.field(name, initial ? "on" : undefined);
  return (
    <Checkbox
      id={id}
      name={name}
      defaultChecked={values.includes("on")}
      label={label ?? form.labels?.[name]}
      hint={hint}
    />
  );
}
