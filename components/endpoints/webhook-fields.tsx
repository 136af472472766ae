"use client";

import { useTranslations } from "next-intl";
import { TextField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import { type Choices, type GivenWishes, useWishLabels, WishFields } from "./wish-fields.tsx";

type Given = GivenWishes & { name: string; url: string };

/** What the fields are called. */
export function useWebhookLabels(): Record<keyof Given, string> {
  const t = useTranslations("endpoints");
  return { name: t("name"), url: t("url"), ...useWishLabels() };
}

type Props = { form: FormOf<keyof Given>; choices: Choices; given?: Given };

/** What a webhook is for, where it is and what it wants. */
export function WebhookFields({ form, choices, given }: Props) {
  const t = useTranslations("endpoints");
  return (
    <>
      <TextField form={form} name="name" hint={t("nameHint")} autoComplete="off" initial={given?.name} />
      <TextField
        form={form}
        name="url"
        hint={t("urlHint")}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        initial={given?.url}
      />
      <WishFields form={form} choices={choices} given={given} />
    </>
  );
}
