"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; claimId: string; version: number };

/** Joins this claim to the one that it repeats. */
export function MergeForm({ action, claimId, version }: Props) {
  const t = useTranslations("desk.merge");
  const form = useForm(action, { version, labels: { intoNumber: t("number"), reason: t("reason") } });
  return (
    <Disclosure title={t("title")} shortcut="m" open={form.isRefused} name="decision">
      <Form form={form} hidden={{ claimId }} submit={t("submit")}>
        <p className="text-ink-soft text-sm">{t("hint")}</p>
        <TextField form={form} name="intoNumber" inputMode="numeric" />
        <TextField form={form} name="reason" initial={t("reasonText")} />
      </Form>
    </Disclosure>
  );
}
