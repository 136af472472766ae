"use client";

import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { LongTextField, TextField } from "#components/access/form-fields";
import { Checkbox } from "#components/ui/checkbox";
import { Field } from "#components/ui/field";
import { Select } from "#components/ui/select";
import type { PreviewSources } from "#lib/desk/load-writing";
import type { DraftContent } from "#lib/editorial/status";
import { verdicts } from "#lib/investigation/vocabulary";
import { CountedField } from "./counted-field.tsx";
import type { DraftFields } from "./draft-fields.ts";
import { DraftPoints } from "./draft-points.tsx";

type Props = {
  form: FormMetadata<DraftFields>;
  content: FieldMetadata<DraftContent>;
  sources: PreviewSources;
};

/** The parts of a notice in the order in which its readers meet them. */
export function DraftForm({ form, content, sources }: Props) {
  const t = useTranslations("editorial.draft");
  const verdict = useTranslations("labels.verdict");
  const fields = content.getFieldset();
  const usable = sources.evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
  const organisations = [...new Set(sources.replies.map(({ organisation }) => organisation))];
  return (
    <>
      <TextField field={fields.title} label={t("title")} hint={t("titleHint")} />
      <TextField field={fields.titleEn} label={t("titleEn")} lang="en" optional />
      <Field id={fields.verdict.id} label={t("verdict")}>
        {(control) => (
          <Select
            key={fields.verdict.key}
            name={fields.verdict.name}
            defaultValue={fields.verdict.initialValue}
            className="max-w-xs"
            {...control}
          >
            {verdicts.map((each) => (
              <option key={each} value={each}>
                {verdict(each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <CountedField name={fields.summary.name} label={t("summary")} hint={t("summaryHint")} limit={200} />
      <LongTextField field={fields.claimed} label={t("claimed")} hint={t("claimedHint")} rows={2} />
      <DraftPoints form={form} points={fields.points} evidence={usable} />
      <LongTextField field={fields.howWeKnow} label={t("howWeKnow")} hint={t("howWeKnowHint")} rows={3} />
      <LongTextField field={fields.advice} label={t("advice")} hint={t("adviceHint")} rows={3} />
      <div>
        <TextField
          field={fields.organisation}
          label={t("organisation")}
          hint={t("organisationHint")}
          list="draft-organisations"
          optional
        />
        <datalist id="draft-organisations">
          {organisations.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Tick field={fields.criticises} label={t("criticises")} hint={t("criticisesHint")} />
      </div>
      <Tick field={fields.noPrivatePerson} label={t("noPrivatePerson")} hint={t("noPrivatePersonHint")} />
    </>
  );
}

function Tick({ field, label, hint }: { field: FieldMetadata<boolean>; label: string; hint: string }) {
  return (
    <Checkbox
      key={field.key}
      id={field.id}
      name={field.name}
      defaultChecked={field.initialValue === "on"}
      label={label}
      hint={hint}
    />
  );
}
