"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "#components/access/form-fields";
import { FormProblems } from "#components/access/form-problems";
import { RefusalNotice } from "#components/access/refusal-notice";
import { useActionForm } from "#components/access/use-action-form";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { PasswordOutcome } from "#lib/members/change-password";
import type { ChangePassword } from "#lib/members/people-schema";

type Props = { action: FormAction<PasswordOutcome>; email: string };

/** Changes one's own password. */
export function PasswordForm({ action, email }: Props) {
  const t = useTranslations("people.account");
  const { state, form, fields, formProps } = useActionForm<ChangePassword, PasswordOutcome>(
    "password",
    action,
  );
  const { outcome } = state;
  if (outcome?.ok) return <Notice tone="success">{t("done")}</Notice>;
  return (
    <form {...formProps} className="max-w-md space-y-6 elder:max-w-none">
      <FormProblems
        form={form}
        labels={{ current: t("current"), password: t("password"), repeat: t("repeat") }}
      />
      <RefusalNotice refused={state.refused} reason={outcome?.reason} />
      {/* So that a password manager knows whose password this is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField field={fields.current} label={t("current")} autoComplete="current-password" />
      <PasswordField
        field={fields.password}
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
      />
      <PasswordField field={fields.repeat} label={t("repeat")} autoComplete="new-password" />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
