"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { AcceptOutcome } from "#lib/members/accept-invitation";
import type { AcceptInvitation } from "#lib/members/people-schema";
import { PasswordField, TextField } from "./form-fields.tsx";
import { FormProblems } from "./form-problems.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import { useActionForm } from "./use-action-form.tsx";

type Refused = Extract<AcceptOutcome, { ok: false }>;

type Props = {
  action: FormAction<Refused>;
  token: string;
  /** What the invitation already says; an address in it stays. */
  name: string;
  email: string | null;
  isSetup: boolean;
};

/** Name, address and a password of one's own make the account. */
export function JoinForm({ action, token, name, email, isSetup }: Props) {
  const t = useTranslations("people.join");
  const { state, form, fields, formProps } = useActionForm<AcceptInvitation, Refused>("join", action, {
    token,
    name,
    email: email ?? "",
  });
  const labels = { name: t("name"), email: t("email"), password: t("password"), repeat: t("repeat") };
  const reason = state.outcome?.reason === "WRONG_CREDENTIALS" ? "ACCOUNT_EXISTS" : state.outcome?.reason;
  return (
    <form {...formProps} className="space-y-6">
      <FormProblems form={form} labels={labels} />
      <RefusalNotice refused={state.refused} reason={reason} />
      <input type="hidden" name="token" value={token} />
      <TextField
        field={fields.name}
        label={labels.name}
        hint={t("nameHint")}
        autoComplete="name"
        widthInHan={14}
      />
      <TextField
        field={fields.email}
        label={labels.email}
        hint={email ? t("emailFixed") : t("emailHint")}
        type="email"
        autoComplete="username"
        readOnly={email !== null}
      />
      <PasswordField
        field={fields.password}
        label={labels.password}
        hint={t("passwordHint")}
        autoComplete="new-password"
      />
      <PasswordField field={fields.repeat} label={labels.repeat} autoComplete="new-password" />
      <SubmitButton>{t(isSetup ? "setupSubmit" : "submit")}</SubmitButton>
    </form>
  );
}
