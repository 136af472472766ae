"use client";

import type { ComponentProps } from "react";
import { TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";
import { Disclosure } from "./disclosure.tsx";

type FormProps = ComponentProps<typeof Form>;
type About<Given> = Pick<FormProps, "hidden" | "submit"> & { action: FormAction<Given>; version?: number };
type PressProps<Given> = About<Given> & Pick<FormProps, "shortcut" | "variant">;

/** A decision of one press. */
export function PressForm<Given>({ action, version, variant = "secondary", ...form }: PressProps<Given>) {
  return <Form form={useForm(action, { version })} variant={variant} {...form} />;
}

type ReasonProps<Given> = About<Given> &
  Omit<ComponentProps<typeof Disclosure>, "open" | "children"> & { label: string; hint?: string };

/** A decision that wants nothing but its reason, folded away until it is wanted. */
export function ReasonForm<Given>(props: ReasonProps<Given>) {
  const { action, version, hidden, submit, label, hint, ...fold } = props;
  const form = useForm(action, { version, labels: { reason: label } });
  return (
    <Disclosure {...fold} open={form.isRefused}>
      <Form form={form} hidden={hidden} submit={submit} variant={fold.isQuiet ? "secondary" : undefined}>
        <TextField form={form} name="reason" hint={hint} />
      </Form>
    </Disclosure>
  );
}
