"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Notice } from "#components/ui/notice";
import { Part } from "#components/ui/part";
import type { TestOutcome } from "#lib/distribution/test-webhook";
import type { FormAction } from "#lib/web/form";

/** Sends a test at once, and shows what came of it. */
export function TestWebhookForm({
  action,
  endpointId,
}: {
  action: FormAction<TestOutcome>;
  endpointId: string;
}) {
  const t = useTranslations("endpoints");
  const form = useForm(action);
  return (
    <Part title={t("testTitle")} lead={t("testLead")} className="space-y-4">
      <Form form={form} hidden={{ endpointId }} submit={t("testSubmit")} variant="secondary" size="md" />
      <Outcome outcome={form.state.outcome} />
    </Part>
  );
}

function Outcome({ outcome }: { outcome: TestOutcome | null }) {
  const t = useTranslations("endpoints");
  if (outcome?.ok) {
    const { status, milliseconds } = outcome;
    return (
      <Notice tone="success" title={t("tested")}>
        {t("testedText", { status: String(status), milliseconds: String(milliseconds) })}
      </Notice>
    );
  }
  if (outcome?.reason !== "NOT_TAKEN") return null;
  const { status, error, answer } = outcome;
  if (status === null) return <p>{t("unreached", { error: error ?? "" })}</p>;
  if (!answer) return <p>{t("answeredNothing", { status: String(status) })}</p>;
  return (
    <div>
      <p>{t("answered", { status: String(status) })}</p>
      <pre className="whitespace-pre-wrap break-all rounded-sm border border-line-strong bg-surface px-3 py-2 font-mono text-sm">
        {answer}
      </pre>
    </div>
  );
}
