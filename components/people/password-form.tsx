"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Notice } from "#components/ui/notice";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; email: string };

/** Changes one's own password. */
export function PasswordForm({ action, email }: Props) {
  const t = useTranslations("people.account");
  const form = useForm(action, {
    labels: { current: t("current"), password: t("password"), repeat: t("repeat") },
  });
  if (form.state.outcome?.ok) return <Notice tone="success">{t("done")}</Notice>;
  return (
    <Form form={form} submit={t("submit")} size="md" className="max-w-md space-y-6 elder:max-w-none">
      {/* So that a password manager knows whose password this is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField form={form} name="current" autoComplete="current-password" />
      <PasswordField form={form} name="password" hint={t("passwordHint")} autoComplete="new-password" />
      <PasswordField form={form} name="repeat" autoComplete="new-password" />
    </Form>
  );
}
