"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; evidenceId: string; title: string };

/** Takes evidence back; it stays on record and counts no more. */
export function WithdrawForm({ action, evidenceId, title }: Props) {
  const t = useTranslations("desk.evidence");
  const form = useForm(action, { labels: { reason: t("withdrawLabel") } });
  return (
    <Disclosure
      title={
        <>
          {t("withdraw")} <span className="sr-only">{title}</span>
        </>
      }
      open={form.isRefused}
      isQuiet
    >
      <Form form={form} hidden={{ evidenceId }} submit={t("withdrawSubmit")} variant="secondary">
        <TextField form={form} name="reason" />
      </Form>
    </Disclosure>
  );
}
