"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField, TextField, TickField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Options } from "#components/ui/options";
import { type EvidenceType, evidenceTypes, primaryByNature } from "#lib/investigation/vocabulary";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; claimId: string };

/** Adds what was found: where it stands and what it shows. */
export function EvidenceForm({ action, claimId }: Props) {
  const t = useTranslations("desk.evidence");
  const labels = useTranslations("labels.evidenceType");
  const form = useForm(action, {
    labels: {
      type: t("type"),
      publisher: t("publisher"),
      title: t("title"),
      url: t("url"),
      archivedUrl: t("archivedUrl"),
      publishedOn: t("publishedOn"),
      shows: t("shows"),
      isPrimary: t("isPrimary"),
    },
  });
  const [type, setType] = useState<string>(evidenceTypes[0]);
  return (
    <Disclosure title={t("add")} shortcut="e" open={form.isSent} name="decision">
      <Form form={form} hidden={{ claimId }} submit={t("submit")} done={t("done")}>
        <SelectField
          form={form}
          name="type"
          initial={evidenceTypes[0]}
          onChange={({ currentTarget }) => setType(currentTarget.value)}
        >
          <Options values={evidenceTypes} word={labels} />
        </SelectField>
        <TextField form={form} name="publisher" hint={t("publisherHint")} />
        <TextField form={form} name="title" />
        <TextField form={form} name="url" type="url" optional />
        <TextField form={form} name="archivedUrl" type="url" hint={t("archivedHint")} optional />
        <TextField form={form} name="publishedOn" type="date" optional />
        <AreaField form={form} name="shows" hint={t("showsHint")} />
        <TickField
          key={type}
          form={form}
          name="isPrimary"
          hint={t("isPrimaryHint")}
          initial={primaryByNature.includes(type as EvidenceType)}
        />
      </Form>
    </Disclosure>
  );
}
