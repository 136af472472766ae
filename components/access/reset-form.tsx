"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; token: string; email: string };

/** A new password in place of one that was forgotten. */
export function ResetForm({ action, token, email }: Props) {
  const t = useTranslations("people.reset");
  const form = useForm(action, { labels: { password: t("password"), repeat: t("repeat") } });
  return (
    <Form form={form} hidden={{ token }} submit={t("submit")} size="md">
      {/* So that a password manager knows whose password this is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField form={form} name="password" hint={t("passwordHint")} autoComplete="new-password" />
      <PasswordField form={form} name="repeat" autoComplete="new-password" />
    </Form>
  );
}
