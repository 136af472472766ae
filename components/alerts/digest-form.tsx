"use client";

import { useTranslations } from "next-intl";
import { ChoiceField, SelectField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { useLanguage } from "#components/ui/language";
import { type AlertDigest, digests } from "#lib/alerts/vocabulary";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; given: { digest: AlertDigest; hour: number } };

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How often somebody is written to, and at what hour. */
export function DigestForm({ action, given }: Props) {
  const t = useTranslations("alerts.set");
  const { locale } = useLanguage();
  const form = useForm(action, { labels: { digest: t("digest"), hour: t("hour") }, isKept: true });
  return (
    <Form form={form} hidden={{ locale }} submit={t("save")} size="md" done={t("saved")}>
      <ChoiceField
        form={form}
        name="digest"
        initial={given.digest}
        options={digests.map((value) => ({ value, label: t(`digests.${value}`) }))}
      />
      <SelectField form={form} name="hour" hint={t("hourHint")} initial={String(given.hour)}>
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {t("hourOf", { hour: String(hour).padStart(2, "0") })}
          </option>
        ))}
      </SelectField>
    </Form>
  );
}
