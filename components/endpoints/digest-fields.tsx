"use client";

import { useTranslations } from "next-intl";
import { ChoiceField, SelectField, TextField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import { type Locale, locales } from "#lib/i18n/locale";
import { type Choices, type GivenWishes, useWishLabels, WishFields } from "./wish-fields.tsx";

type Given = GivenWishes & { name: string; hour: number; locale: Locale };

/** What the fields are called. */
export function useDigestLabels(): Record<keyof Given, string> {
  const t = useTranslations("endpoints.digest");
  return { name: t("name"), hour: t("hour"), locale: t("locale"), ...useWishLabels() };
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const USUAL_HOUR = 9;

type Props = { form: FormOf<keyof Given>; choices: Choices; given?: Given };

/** When a digest is sent, in which language, and what it brings. */
export function DigestFields({ form, choices, given }: Props) {
  const t = useTranslations("endpoints.digest");
  return (
    <>
      <TextField form={form} name="name" hint={t("nameHint")} autoComplete="off" initial={given?.name} />
      <SelectField form={form} name="hour" hint={t("hourHint")} initial={String(given?.hour ?? USUAL_HOUR)}>
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {t("hourOf", { hour: String(hour).padStart(2, "0") })}
          </option>
        ))}
      </SelectField>
      <ChoiceField
        form={form}
        name="locale"
        initial={given?.locale ?? "zh-CN"}
        options={locales.map((value) => ({ value, label: t(`locales.${value}`) }))}
        columns
      />
      <WishFields form={form} choices={choices} given={given} />
    </>
  );
}
