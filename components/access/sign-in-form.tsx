"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { SignIn, SignInOutcome } from "#lib/access/sign-in";
import { PasswordField, TextField } from "./form-fields.tsx";
import { FormProblems } from "./form-problems.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import { useActionForm } from "./use-action-form.tsx";

type Props = { action: FormAction<Extract<SignInOutcome, { ok: false }>>; to: string | null };

/** E-mail address and password; a wrong one keeps the address. */
export function SignInForm({ action, to }: Props) {
  const t = useTranslations("people.signIn");
  const { state, form, fields, formProps } = useActionForm<SignIn, Extract<SignInOutcome, { ok: false }>>(
    "sign-in",
    action,
  );
  return (
    <form {...formProps} className="space-y-6">
      <FormProblems form={form} labels={{ email: t("email"), password: t("password") }} />
      <RefusalNotice refused={state.refused} reason={state.outcome?.reason} />
      <TextField field={fields.email} label={t("email")} type="email" autoComplete="username" />
      <PasswordField field={fields.password} label={t("password")} autoComplete="current-password" />
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
