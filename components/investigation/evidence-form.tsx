"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField, TextField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import { Checkbox } from "#components/ui/checkbox";
import { type EvidenceType, evidenceTypes, primaryByNature } from "#lib/investigation/vocabulary";

type Props = { action: DeskAction; claimId: string };

/** Adds what was found: where it stands and what it shows. */
export function EvidenceForm({ action, claimId }: Props) {
  const t = useTranslations("desk.evidence");
  const labels = useTranslations("labels.evidenceType");
  const form = useDeskForm(action);
  const [type, setType] = useState<string>(evidenceTypes[0]);
  const isPrimary = form.field("isPrimary");
  const wasTicked = form.state.result ? isPrimary.defaultValue !== "" : isFirstHand(type);
  return (
    <Disclosure
      title={t("add")}
      shortcut="e"
      open={form.isAnswered || form.state.outcome?.ok === true}
      name="decision"
    >
      <DeskForm form={form} hidden={{ claimId }} submit={t("submit")} done={t("done")}>
        <SelectField form={form} name="type" label={t("type")} initial={evidenceTypes[0]} onChange={setType}>
          {evidenceTypes.map((value) => (
            <option key={value} value={value}>
              {labels(value)}
            </option>
          ))}
        </SelectField>
        <TextField form={form} name="publisher" label={t("publisher")} hint={t("publisherHint")} />
        <TextField form={form} name="title" label={t("title")} />
        <TextField form={form} name="url" type="url" label={t("url")} optional />
        <TextField
          form={form}
          name="archivedUrl"
          type="url"
          label={t("archivedUrl")}
          hint={t("archivedHint")}
          optional
        />
        <TextField form={form} name="publishedOn" type="date" label={t("publishedOn")} optional />
        <AreaField form={form} name="shows" label={t("shows")} hint={t("showsHint")} />
        <Checkbox
          key={type}
          id={isPrimary.id}
          name="isPrimary"
          label={t("isPrimary")}
          hint={t("isPrimaryHint")}
          defaultChecked={wasTicked}
        />
      </DeskForm>
    </Disclosure>
  );
}

const isFirstHand = (type: string) => primaryByNature.includes(type as EvidenceType);
