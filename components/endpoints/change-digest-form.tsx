"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Notice } from "#components/ui/notice";
import type { EndpointOutcome } from "#lib/distribution/change-webhook";
import type { LoadedDigest } from "#lib/distribution/load-endpoint";
import type { FormAction } from "#lib/web/form";
import { DigestFields, useDigestLabels } from "./digest-fields.tsx";
import type { Choices } from "./wish-fields.tsx";

type Props = { action: FormAction<EndpointOutcome>; endpoint: LoadedDigest; choices: Choices };

/** Changes when a digest is sent and what it brings. */
export function ChangeDigestForm({ action, endpoint, choices }: Props) {
  const t = useTranslations("endpoints");
  const form = useForm(action, { labels: useDigestLabels() });
  const { outcome, typed } = form.state;
  return (
    <Disclosure title={t("digest.changeTitle")} open={form.isRefused || typed !== null}>
      {outcome?.ok ? <Notice tone="success">{t("changed")}</Notice> : null}
      <p className="mb-4 text-ink-soft">{t("digest.changeHint")}</p>
      <Form form={form} hidden={{ endpointId: endpoint.id }} submit={t("changeSubmit")} size="md">
        <DigestFields form={form} choices={choices} given={endpoint} />
      </Form>
    </Disclosure>
  );
}
