"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { ChoiceField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { DateTime } from "#components/ui/date-time";
import type { RotateWebhookOutcome } from "#lib/distribution/rotate-webhook";
import { overlapNames } from "#lib/members/overlap";
import type { FormAction } from "#lib/web/form";
import { WebhookSecret } from "./webhook-secret.tsx";

type Props = { action: FormAction<RotateWebhookOutcome>; endpointId: string };

/** Gives a webhook a new secret, while the former one goes on for a while. */
export function RotateWebhookForm({ action, endpointId }: Props) {
  const t = useTranslations("endpoints");
  const overlaps = useTranslations("keys.overlaps");
  const form = useForm(action, { labels: { overlap: t("overlap") } });
  const { outcome } = form.state;
  if (outcome?.ok)
    return (
      <WebhookSecret secret={outcome.secret}>
        {outcome.isOver ? (
          t("rotatedNow")
        ) : (
          <>
            {t("rotatedText")} <DateTime time={outcome.until} />
          </>
        )}
      </WebhookSecret>
    );
  return (
    <Disclosure title={t("rotateTitle")} open={form.isRefused}>
      <p className="mb-4">{t("rotateLead")}</p>
      <Form form={form} hidden={{ endpointId }} submit={t("rotateSubmit")} size="md">
        <ChoiceField
          form={form}
          name="overlap"
          initial="week"
          options={overlapNames.map((value) => ({ value, label: overlaps(value) }))}
          columns
        />
      </Form>
    </Disclosure>
  );
}
