"use client";

import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { ChecksField, SelectField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import { DivisionOptions } from "#components/reference/division-options";
import type { Division } from "#lib/reference/divisions";
import { type Urgency, urgencies } from "#lib/reference/urgency";

export type Choices = {
  topics: readonly { id: string; zh: string; en: string }[];
  divisions: readonly Division[];
};

export type GivenWishes = {
  topics: readonly string[];
  divisions: readonly string[];
  urgencies: readonly Urgency[];
};

type Names = keyof GivenWishes;

/** What the fields are called. */
export function useWishLabels(): Record<Names, string> {
  const t = useTranslations("endpoints");
  return { topics: t("topics"), divisions: t("divisions"), urgencies: t("urgencies") };
}

type Props = { form: FormOf<Names>; choices: Choices; given?: GivenWishes | undefined };

/** What an endpoint wants of all that is published. */
export function WishFields({ form, choices, given }: Props) {
  const t = useTranslations("endpoints");
  const urgency = useTranslations("labels.urgency");
  const nameOf = useLocalName();
  return (
    <>
      <ChecksField
        form={form}
        name="topics"
        hint={t("topicsHint")}
        optional
        initial={given?.topics ?? []}
        options={choices.topics.map((topic) => ({ value: topic.id, label: nameOf(topic) }))}
      />
      <SelectField
        form={form}
        name="divisions"
        hint={t("divisionsHint")}
        optional
        initial={given?.divisions[0] ?? ""}
      >
        <option value="">{t("everywhere")}</option>
        <DivisionOptions divisions={choices.divisions} />
      </SelectField>
      <ChecksField
        form={form}
        name="urgencies"
        hint={t("urgenciesHint")}
        optional
        initial={given?.urgencies ?? []}
        options={urgencies.map((value) => ({ value, label: urgency(value) }))}
      />
    </>
  );
}
