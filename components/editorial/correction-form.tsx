"use client";

import { useTranslations } from "next-intl";
import { useFieldWords } from "#components/access/field-words";
import { LongTextField } from "#components/access/form-fields";
import { FormProblems } from "#components/access/form-problems";
import { RefusalNotice } from "#components/access/refusal-notice";
import { useActionForm } from "#components/access/use-action-form";
import { RadioGroup } from "#components/ui/radio-group";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { CorrectionOutcome } from "#lib/editorial/open-correction";
import type { OpenCorrection } from "#lib/editorial/schema";
import { correctionKinds } from "#lib/editorial/status";

type Refused = Extract<CorrectionOutcome, { ok: false }>;

/** What kind of correction it is, and what its readers are told. */
export function CorrectionForm({ action, claimId }: { action: FormAction<Refused>; claimId: string }) {
  const t = useTranslations("editorial.correction");
  const labels = useTranslations("labels");
  const words = useFieldWords();
  const { state, form, fields, formProps } = useActionForm<OpenCorrection, Refused>("correction", action);
  return (
    <form {...formProps} className="space-y-6">
      <FormProblems form={form} labels={{ kind: t("kind"), note: t("note") }} />
      <RefusalNotice refused={state.refused} reason={state.outcome?.reason} />
      <input type="hidden" name="claimId" value={claimId} />
      <RadioGroup
        id={fields.kind.id}
        name={fields.kind.name}
        label={t("kind")}
        error={words(fields.kind.errors)}
        defaultValue={fields.kind.initialValue}
        options={correctionKinds.map((kind) => ({
          value: kind,
          label: labels(`correctionKind.${kind}`),
          hint: labels(`correctionMeaning.${kind}`),
        }))}
      />
      <LongTextField field={fields.note} label={t("note")} hint={t("noteHint")} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
