"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";

type Props = { action: DeskAction; evidenceId: string; title: string };

/** Takes evidence back; it stays on record and counts no more. */
export function WithdrawForm({ action, evidenceId, title }: Props) {
  const t = useTranslations("desk.evidence");
  const form = useDeskForm(action);
  return (
    <Disclosure
      title={
        <>
          {t("withdraw")} <span className="sr-only">{title}</span>
        </>
      }
      open={form.isAnswered}
      isQuiet
    >
      <DeskForm form={form} hidden={{ evidenceId }} submit={t("withdrawSubmit")} variant="secondary">
        <TextField form={form} name="reason" label={t("withdrawLabel")} />
      </DeskForm>
    </Disclosure>
  );
}
