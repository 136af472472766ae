"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

/** Takes a webhook away; folded away, so that opening it is the second thought. */
export function RemoveEndpointForm({ action, endpointId }: { action: FormAction; endpointId: string }) {
  const t = useTranslations("endpoints");
  const form = useForm(action);
  return (
    <Disclosure title={t("removeTitle")} open={form.isRefused}>
      <p className="mb-4">{t("removeLead")}</p>
      <Form form={form} hidden={{ endpointId }} submit={t("removeSubmit")} variant="danger" size="md" />
    </Disclosure>
  );
}
