"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Notice } from "#components/ui/notice";
import { Part } from "#components/ui/part";
import type { ReplayOutcome } from "#lib/distribution/replay-deliveries";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction<ReplayOutcome>; endpointId: string; isMail: boolean; count: number };

/** Has what was given up sent again. */
export function ReplayForm({ action, endpointId, isMail, count }: Props) {
  const t = useTranslations("endpoints");
  const form = useForm(action);
  const { outcome } = form.state;
  if (outcome?.ok) return <Notice tone="success">{t("replayed", { count: outcome.count })}</Notice>;
  if (count === 0 && outcome === null) return null;
  return (
    <Part
      title={t("replayTitle", { count })}
      lead={t(isMail ? "digest.replayLead" : "replayLead")}
      className="space-y-4"
    >
      <Form form={form} hidden={{ endpointId }} submit={t("replaySubmit")} size="md" />
    </Part>
  );
}
