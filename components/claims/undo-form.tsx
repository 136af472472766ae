"use client";

import { DeskForm } from "#components/desk/desk-form";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";

type Props = {
  action: DeskAction;
  claimId: string;
  version: number;
  reason: string;
  label: string;
  shortcut?: string;
};

/** Takes a merge or a closing back with one press; its reason is on record. */
export function UndoForm({ action, claimId, version, reason, label, shortcut }: Props) {
  const form = useDeskForm(action, version);
  return (
    <DeskForm
      form={form}
      hidden={{ claimId, reason }}
      submit={label}
      variant="secondary"
      {...(shortcut && { shortcut })}
    />
  );
}
