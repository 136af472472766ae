"use client";

import { useTranslations } from "next-intl";
import { AreaField, ChoiceField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { correctionKinds } from "#lib/editorial/status";
import type { FormAction } from "#lib/web/form";

/** What kind of correction it is, and what its readers are told. */
export function CorrectionForm({ action, claimId }: { action: FormAction; claimId: string }) {
  const t = useTranslations("editorial.correction");
  const labels = useTranslations("labels");
  const form = useForm(action, { labels: { kind: t("kind"), note: t("note") } });
  return (
    <Form form={form} hidden={{ claimId }} submit={t("submit")} size="md">
      <ChoiceField
        form={form}
        name="kind"
        options={correctionKinds.map((kind) => ({
          value: kind,
          label: labels(`correctionKind.${kind}`),
          hint: labels(`correctionMeaning.${kind}`),
        }))}
      />
      <AreaField form={form} name="note" hint={t("noteHint")} />
    </Form>
  );
}
