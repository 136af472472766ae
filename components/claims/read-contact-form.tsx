"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Notice } from "#components/ui/notice";
import type { FormAction } from "#lib/web/form";

export type ContactOutcome = { ok: true; contact: string };

type Props = { action: FormAction<ContactOutcome>; reportId: string; kind: "email" | "phone" };

/** Opens a reporter's contact for a reason that is on record before it is shown. */
export function ReadContactForm({ action, reportId, kind }: Props) {
  const t = useTranslations("desk.contact");
  const form = useForm(action, { labels: { reason: t("reason") } });
  const { state } = form;
  if (state.outcome?.ok) {
    return (
      <Notice tone="success" title={t("shown")}>
        <span className="select-all font-mono">{state.outcome.contact}</span>
      </Notice>
    );
  }
  return (
    <Disclosure title={t(`title.${kind}`)} open={form.isRefused} isQuiet>
      <Form form={form} hidden={{ reportId }} submit={t("submit")} variant="secondary">
        <TextField form={form} name="reason" hint={t("reasonHint")} />
      </Form>
    </Disclosure>
  );
}
