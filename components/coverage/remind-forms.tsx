"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { Reminded } from "#lib/distribution/coverage/make-reminders";
import type { RecallOutcome, RemindNowOutcome } from "#lib/distribution/coverage/remind-now";
import type { FormAction } from "#lib/web/form";

type RemindProps = { action: FormAction<RemindNowOutcome>; debunkId: string };
type RecallProps = { action: FormAction<RecallOutcome>; debunkId: string };

/** Has the members reminded that are silent about a notice. */
export function RemindForm({ action, debunkId }: RemindProps) {
  const t = useTranslations("coverage");
  const form = useForm(action);
  return <Press form={form} debunkId={debunkId} submit={t("remind")} hint={t("remindHint")} />;
}

/** Asks the members that show an older version to replace it. */
export function RecallForm({ action, debunkId }: RecallProps) {
  const t = useTranslations("coverage");
  const form = useForm(action);
  return <Press form={form} debunkId={debunkId} submit={t("recall")} hint={t("recallHint")} />;
}

type PressProps = {
  form: ReturnType<typeof useForm<RemindNowOutcome | RecallOutcome>>;
  debunkId: string;
  submit: string;
  hint: string;
};

function Press({ form, debunkId, submit, hint }: PressProps) {
  const t = useTranslations("coverage");
  const { outcome } = form.state;
  return (
    <Form
      form={form}
      hidden={{ debunkId }}
      submit={submit}
      variant="secondary"
      done={outcome?.ok ? t("reminded", countsOf(outcome)) : undefined}
    >
      <p className="max-w-measure text-ink-soft text-sm">{hint}</p>
    </Form>
  );
}

const countsOf = ({ reminded, already, unreachable }: Reminded) => ({ reminded, already, unreachable });
