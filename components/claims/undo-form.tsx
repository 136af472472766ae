"use client";

import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = {
  action: FormAction;
  claimId: string;
  version: number;
  reason: string;
  label: string;
  shortcut?: string;
};

/** Takes a merge or a closing back with one press; its reason is on record. */
export function UndoForm({ action, claimId, version, reason, label, shortcut }: Props) {
  const form = useForm(action, { version });
  return (
    <Form
      form={form}
      hidden={{ claimId, reason }}
      submit={label}
      variant="secondary"
      {...(shortcut && { shortcut })}
    />
  );
}
