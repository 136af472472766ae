"use client";

import { useTranslations } from "next-intl";
import { PasswordField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = {
  action: FormAction;
  token: string;
  /** What the invitation already says; an address in it stays. */
  name: string;
  email: string | null;
  isSetup: boolean;
};

/** Name, address and a password of one's own make the account. */
export function JoinForm({ action, token, name, email, isSetup }: Props) {
  const t = useTranslations("people.join");
  const form = useForm(action, {
    labels: { name: t("name"), email: t("email"), password: t("password"), repeat: t("repeat") },
    words: { refusals: { WRONG_CREDENTIALS: { detail: t("accountExists") } } },
  });
  return (
    <Form form={form} hidden={{ token }} submit={t(isSetup ? "setupSubmit" : "submit")} size="md">
      <TextField
        form={form}
        name="name"
        hint={t("nameHint")}
        initial={name}
        autoComplete="name"
        widthInHan={14}
      />
      <TextField
        form={form}
        name="email"
        hint={email ? t("emailFixed") : t("emailHint")}
        initial={email}
        type="email"
        autoComplete="username"
        readOnly={email !== null}
      />
      <PasswordField form={form} name="password" hint={t("passwordHint")} autoComplete="new-password" />
      <PasswordField form={form} name="repeat" autoComplete="new-password" />
    </Form>
  );
}
