"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Notice } from "#components/ui/notice";
import { Part } from "#components/ui/part";
import type { MailDigestOutcome } from "#lib/distribution/mail-digest";
import type { TestOutcome } from "#lib/distribution/test-webhook";
import type { FormAction } from "#lib/web/form";
import { CallOutcome } from "./call-outcome.tsx";

type Outcome = TestOutcome | MailDigestOutcome;
type Words = { title: string; lead: string; submit: string; done: string };
type Props = { action: FormAction<Outcome>; endpointId: string };

/** Sends a webhook a test at once, and shows what came of it. */
export function TestWebhookForm(props: Props) {
  const t = useTranslations("endpoints");
  const words = { title: t("testTitle"), lead: t("testLead"), submit: t("testSubmit"), done: t("tested") };
  return <SendForm {...props} words={words} />;
}

/** Sends the address of a digest a test, or once more the letter that asks whether it wants it. */
export function MailDigestForm({ isConfirmed, ...props }: Props & { isConfirmed: boolean }) {
  const t = useTranslations("endpoints");
  const digest = useTranslations("endpoints.digest");
  const words = isConfirmed
    ? { title: t("testTitle"), lead: digest("testLead"), submit: digest("testSubmit") }
    : { title: digest("askTitle"), lead: digest("askLead"), submit: digest("askSubmit") };
  return <SendForm {...props} words={{ ...words, done: digest("tested") }} />;
}

function SendForm({ action, endpointId, words }: Props & { words: Words }) {
  const t = useTranslations("endpoints");
  const form = useForm(action);
  const { outcome } = form.state;
  return (
    <Part title={words.title} lead={words.lead} className="space-y-4">
      <Form form={form} hidden={{ endpointId }} submit={words.submit} variant="secondary" size="md" />
      {outcome?.ok ? (
        <Notice tone="success" title={words.done}>
          {t("testedText", { status: String(outcome.status), milliseconds: String(outcome.milliseconds) })}
        </Notice>
      ) : null}
      {outcome && !outcome.ok && "answer" in outcome ? <CallOutcome {...outcome} /> : null}
    </Part>
  );
}
