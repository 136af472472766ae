"use client";

import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { ChecksField, SelectField, TextField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import { DivisionOptions } from "#components/reference/division-options";
import type { Division } from "#lib/reference/divisions";
import { type Urgency, urgencies } from "#lib/reference/urgency";

export type Choices = {
  topics: readonly { id: string; zh: string; en: string }[];
  divisions: readonly Division[];
};

type Given = {
  name: string;
  url: string;
  topics: readonly string[];
  divisions: readonly string[];
  urgencies: readonly Urgency[];
};

type Names = "name" | "url" | "topics" | "divisions" | "urgencies";

/** What the fields are called. */
export function useWebhookLabels(): Record<Names, string> {
  const t = useTranslations("endpoints");
  return {
    name: t("name"),
    url: t("url"),
    topics: t("topics"),
    divisions: t("divisions"),
    urgencies: t("urgencies"),
  };
}

/** What a webhook is for, where it is and what it wants. */
export function WebhookFields({
  form,
  choices,
  given,
}: {
  form: FormOf<Names>;
  choices: Choices;
  given?: Given;
}) {
  const t = useTranslations("endpoints");
  const urgency = useTranslations("labels.urgency");
  const nameOf = useLocalName();
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
