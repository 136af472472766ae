"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; keyId: string; hint: string };

/** Ends a key at once; folded away, so that opening it is the second thought. */
export function RevokeKeyForm({ action, keyId, hint }: Props) {
  const t = useTranslations("keys");
  const form = useForm(action);
  return (
    <Disclosure title={t("revokeTitle", { hint })} open={form.isRefused}>
      <p className="mb-4">{t("revokeLead")}</p>
      <Form form={form} hidden={{ keyId }} submit={t("revokeSubmit")} variant="danger" size="md" />
    </Disclosure>
  );
}
