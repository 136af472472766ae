"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";

type Props = { action: DeskAction; claimId: string; version: number };

/** Joins this claim to the one that it repeats. */
export function MergeForm({ action, claimId, version }: Props) {
  const t = useTranslations("desk.merge");
  const form = useDeskForm(action, version);
  return (
    <Disclosure title={t("title")} shortcut="m" open={form.isAnswered} name="decision">
      <DeskForm form={form} hidden={{ claimId }} submit={t("submit")}>
        <p className="text-ink-soft text-sm">{t("hint")}</p>
        <TextField form={form} name="intoNumber" label={t("number")} inputMode="numeric" />
        <TextField form={form} name="reason" label={t("reason")} initial={t("reasonText")} />
      </DeskForm>
    </Disclosure>
  );
}
