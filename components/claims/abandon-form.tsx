"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { FormAction } from "#lib/web/form";

/** Gives up a correction that proved needless. */
export function AbandonForm({ action, draftId }: { action: FormAction; draftId: string }) {
  const t = useTranslations("desk.drafts");
  const form = useForm(action, { labels: { reason: t("abandonReason") } });
  return (
    <Disclosure title={t("abandon")} open={form.isRefused} isQuiet>
      <Form form={form} hidden={{ draftId }} submit={t("abandonSubmit")} variant="secondary">
        <TextField form={form} name="reason" hint={t("abandonHint")} />
      </Form>
    </Disclosure>
  );
}
