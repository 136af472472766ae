"use client";

import { useTranslations } from "next-intl";
import { useFieldWords } from "#components/access/field-words";
import { LongTextField } from "#components/access/form-fields";
import { FormProblems } from "#components/access/form-problems";
import { RefusalNotice } from "#components/access/refusal-notice";
import { useActionForm } from "#components/access/use-action-form";
import { Checkbox } from "#components/ui/checkbox";
import { FieldGroup } from "#components/ui/field";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { ReviewOutcome } from "#lib/editorial/review-draft";
import type { ReviewDraft } from "#lib/editorial/schema";
import { checklists, type ReviewStage } from "#lib/editorial/status";
import type { Messages } from "#lib/i18n/messages";

type Item = keyof Messages["editorial"]["review"]["checklist"];

type Props = { action: FormAction<ReviewOutcome>; draftId: string; version: number; stage: ReviewStage };

/** One review: what the reviewer confirms, and the decision. */
export function ReviewForm({ action, draftId, version, stage }: Props) {
  const t = useTranslations("editorial.review");
  const stages = useTranslations("labels.reviewStage");
  const words = useFieldWords();
  const { state, form, fields, formProps } = useActionForm<ReviewDraft, ReviewOutcome>(
    `review-${stage}`,
    action,
  );
  const { outcome } = state;
  const { checklist, comment } = fields;
  const ticked: readonly unknown[] = [checklist.initialValue ?? []].flat();
  return (
    <form {...formProps} className="space-y-5">
      <h2 className="text-xl">{t("decide", { stage: stages(stage) })}</h2>
      <FormProblems form={form} labels={{ checklist: t("checklistTitle"), comment: t("comment") }} />
      <RefusalNotice refused={state.refused} reason={outcome?.ok === false ? outcome.reason : null} />
      <input type="hidden" name="draftId" value={draftId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="stage" value={stage} />
      <FieldGroup
        id={checklist.id}
        label={t("checklistTitle")}
        hint={t("checklistHint")}
        error={words(checklist.errors)}
      >
        {checklists[stage].map((item) => (
          <Checkbox
            key={item}
            id={`${checklist.id}-${item}`}
            name={checklist.name}
            value={item}
            defaultChecked={ticked.includes(item)}
            label={t(`checklist.${item as Item}`)}
          />
        ))}
      </FieldGroup>
      <LongTextField field={comment} label={t("comment")} hint={t("commentHint")} rows={3} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="decision" value="approved">
          {t("approve")}
        </SubmitButton>
        <SubmitButton name="decision" value="returned" variant="secondary">
          {t("return")}
        </SubmitButton>
      </div>
    </form>
  );
}
