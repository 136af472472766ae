"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { MemberOptions } from "#components/routing/member-options";
import { ButtonLink } from "#components/ui/button";
import type { AddWebhookOutcome } from "#lib/distribution/add-webhook";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { useWebhookLabels, WebhookFields } from "./webhook-fields.tsx";
import { WebhookSecret } from "./webhook-secret.tsx";
import type { Choices } from "./wish-fields.tsx";

type Props = {
  action: FormAction<AddWebhookOutcome>;
  members: readonly MemberChoice[];
  memberId: string;
  choices: Choices;
};

/** Makes a webhook; the answer shows its secret, once. */
export function AddWebhookForm({ action, members, memberId, choices }: Props) {
  const t = useTranslations("endpoints");
  const form = useForm(action, { labels: { memberId: t("member"), ...useWebhookLabels() } });
  const { outcome } = form.state;
  if (outcome?.ok)
    return (
      <WebhookSecret secret={outcome.secret}>
        <ButtonLink href={`/desk/endpoints/${outcome.endpointId}`}>{t("toEndpoint")}</ButtonLink>
      </WebhookSecret>
    );
  return (
    <Form form={form} submit={t("createSubmit")} size="md">
      <SelectField form={form} name="memberId" initial={memberId}>
        <MemberOptions members={members} />
      </SelectField>
      <WebhookFields form={form} choices={choices} />
    </Form>
  );
}
