"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Notice } from "#components/ui/notice";
import type { EndpointOutcome } from "#lib/distribution/change-webhook";
import type { LoadedWebhook } from "#lib/distribution/load-endpoint";
import type { FormAction } from "#lib/web/form";
import { useWebhookLabels, WebhookFields } from "./webhook-fields.tsx";
import type { Choices } from "./wish-fields.tsx";

type Props = { action: FormAction<EndpointOutcome>; endpoint: LoadedWebhook; choices: Choices };

/** Changes what a webhook is for, where it is and what it wants. */
export function ChangeWebhookForm({ action, endpoint, choices }: Props) {
  const t = useTranslations("endpoints");
  const form = useForm(action, { labels: useWebhookLabels() });
  const { outcome, typed } = form.state;
  return (
    <Disclosure title={t("changeTitle")} open={form.isRefused || typed !== null}>
      {outcome?.ok ? <Notice tone="success">{t("changed")}</Notice> : null}
      <Form form={form} hidden={{ endpointId: endpoint.id }} submit={t("changeSubmit")} size="md">
        <WebhookFields form={form} choices={choices} given={endpoint} />
      </Form>
    </Disclosure>
  );
}
