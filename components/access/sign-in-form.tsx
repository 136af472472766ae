"use client";

import { useTranslations } from "next-intl";
import { PasswordField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; to: string | null };

/** E-mail address and password; a wrong one keeps the address. */
export function SignInForm({ action, to }: Props) {
  const t = useTranslations("people.signIn");
  const form = useForm(action, { labels: { email: t("email"), password: t("password") } });
  return (
    <Form form={form} hidden={to ? { to } : {}} submit={t("submit")} size="md">
      <TextField form={form} name="email" type="email" autoComplete="username" />
      <PasswordField form={form} name="password" autoComplete="current-password" />
    </Form>
  );
}
