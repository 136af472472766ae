"use client";

import { useTranslations } from "next-intl";
import { PressForm } from "#components/desk/decision-forms";
import { Disclosure } from "#components/desk/disclosure";
import { SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Options } from "#components/ui/options";
import { snoozeSpans } from "#lib/claims/snooze";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; claimId: string; version: number };

/** Puts a claim off until a time, or until something new happens. */
export function SnoozeForm({
  action,
  claimId,
  version,
  seenReply,
}: Props & {
  /** The newest answer of a sender that the page shows. */
  seenReply: Date | null;
}) {
  const t = useTranslations("desk.snooze");
  const form = useForm(action, { version, labels: { span: t("span"), reason: t("reason") } });
  return (
    <Disclosure title={t("title")} shortcut="z" open={form.isRefused} name="decision">
      <Form form={form} hidden={{ claimId, seenReply: seenReply?.toISOString() ?? "" }} submit={t("submit")}>
        <SelectField form={form} name="span" initial="hours">
          <Options values={snoozeSpans} word={(value) => t(`spans.${value}`)} />
        </SelectField>
        <TextField form={form} name="reason" hint={t("hint")} />
      </Form>
    </Disclosure>
  );
}

/** Brings it back before its time. */
export function WakeForm({ action, claimId, version }: Props) {
  const t = useTranslations("desk.snooze");
  return (
    <div className="border-line border-t py-4">
      <PressForm action={action} version={version} hidden={{ claimId }} submit={t("wake")} shortcut="z" />
    </div>
  );
}
