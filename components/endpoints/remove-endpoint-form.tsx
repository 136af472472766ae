"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; endpointId: string; isMail: boolean };

/** Takes an endpoint away; folded away, so that opening it is the second thought. */
export function RemoveEndpointForm({ action, endpointId, isMail }: Props) {
  const t = useTranslations("endpoints");
  const form = useForm(action);
  return (
    <Disclosure title={t("removeTitle")} open={form.isRefused}>
      <p className="mb-4">{t(isMail ? "digest.removeLead" : "removeLead")}</p>
      <Form form={form} hidden={{ endpointId }} submit={t("removeSubmit")} variant="danger" size="md" />
    </Disclosure>
  );
}
