"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import { Notice } from "#components/ui/notice";

export type ContactOutcome = { ok: true; contact: string };

type Props = { action: DeskAction<ContactOutcome>; reportId: string; kind: "email" | "phone" };

/** Opens a reporter's contact for a reason that is on record before it is shown. */
export function ReadContactForm({ action, reportId, kind }: Props) {
  const t = useTranslations("desk.contact");
  const form = useDeskForm(action);
  const { state } = form;
  if (state.outcome?.ok) {
    return (
      <Notice tone="success" title={t("shown")}>
        <span className="select-all font-mono">{state.outcome.contact}</span>
      </Notice>
    );
  }
  return (
    <Disclosure title={t(`title.${kind}`)} open={form.isAnswered} isQuiet>
      <DeskForm form={form} hidden={{ reportId }} submit={t("submit")} variant="secondary">
        <TextField form={form} name="reason" label={t("reason")} hint={t("reasonHint")} />
      </DeskForm>
    </Disclosure>
  );
}
