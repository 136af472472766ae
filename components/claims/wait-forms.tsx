"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; claimId: string; version: number };

/** Pauses the work for a reason that everybody at the desk sees. */
export function WaitForm({ action, claimId, version }: Props) {
  const t = useTranslations("desk.wait");
  const form = useForm(action, { version, labels: { reason: t("reason") } });
  return (
    <Disclosure title={t("title")} shortcut="w" open={form.isRefused} name="decision">
      <Form form={form} hidden={{ claimId }} submit={t("submit")}>
        <TextField form={form} name="reason" hint={t("hint")} />
      </Form>
    </Disclosure>
  );
}

/** The evidence has come; the work goes on. */
export function ResumeForm({ action, claimId, version }: Props) {
  const t = useTranslations("desk.wait");
  const form = useForm(action, { version });
  return (
    <div className="border-line border-t py-4">
      <Form form={form} hidden={{ claimId }} submit={t("resume")} shortcut="w" variant="secondary" />
    </div>
  );
}
