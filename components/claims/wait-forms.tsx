"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";

type Props = { action: DeskAction; claimId: string; version: number };

/** Pauses the work for a reason that everybody at the desk sees. */
export function WaitForm({ action, claimId, version }: Props) {
  const t = useTranslations("desk.wait");
  const form = useDeskForm(action, version);
  return (
    <Disclosure title={t("title")} shortcut="w" open={form.isAnswered} name="decision">
      <DeskForm form={form} hidden={{ claimId }} submit={t("submit")}>
        <TextField form={form} name="reason" label={t("reason")} hint={t("hint")} />
      </DeskForm>
    </Disclosure>
  );
}

/** The evidence has come; the work goes on. */
export function ResumeForm({ action, claimId, version }: Props) {
  const t = useTranslations("desk.wait");
  const form = useDeskForm(action, version);
  return (
    <div className="border-line border-t py-4">
      <DeskForm form={form} hidden={{ claimId }} submit={t("resume")} shortcut="w" variant="secondary" />
    </div>
  );
}
