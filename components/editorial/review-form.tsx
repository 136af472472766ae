"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { AreaField, ChecksField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Kbd } from "#components/ui/kbd";
import { Part } from "#components/ui/part";
import { SubmitButton } from "#components/ui/submit-button";
import { checklistOf, type DraftKind, type ReviewStage } from "#lib/editorial/status";
import type { Messages } from "#lib/i18n/messages";
import type { FormAction } from "#lib/web/form";

type Item = keyof Messages["editorial"]["review"]["checklist"];

type Props = {
  action: FormAction;
  draftId: string;
  version: number;
  stage: ReviewStage;
  /** Why the text is written; a retraction asks its reviewers less. */
  kind: DraftKind;
};

/** One review: what the reviewer confirms, and the decision. */
export function ReviewForm({ action, draftId, version, stage, kind }: Props) {
  const t = useTranslations("editorial.review");
  const stages = useTranslations("labels.reviewStage");
  const form = useForm(action, { labels: { checklist: t("checklistTitle"), comment: t("comment") } });
  return (
    <Part title={t("decide", { stage: stages(stage) })} className="space-y-5">
      <Form form={form} hidden={{ draftId, version, stage }} size="md">
        <ChecksField
          form={form}
          name="checklist"
          hint={t.rich("checklistHint", { key: (letter) => <Kbd>{letter}</Kbd> })}
          options={checklistOf(kind, stage).map((item) => ({
            value: item,
            label: t(`checklist.${item as Item}`),
            "data-key": "x",
          }))}
        />
        <AreaField form={form} name="comment" hint={t("commentHint")} />
        <div className="flex flex-wrap gap-3">
          <Decide value="approved" shortcut="a">
            {t("approve")}
          </Decide>
          <Decide value="returned" shortcut="b" variant="secondary">
            {t("return")}
          </Decide>
        </div>
      </Form>
    </Part>
  );
}

type DecideProps = Pick<ComponentProps<typeof SubmitButton>, "variant" | "children"> & {
  value: "approved" | "returned";
  shortcut: string;
};

/** A decision, with the key that takes it. */
const Decide = ({ shortcut, children, ...rest }: DecideProps) => (
  <SubmitButton name="decision" data-key={shortcut} aria-keyshortcuts={shortcut} {...rest}>
    {children}
    <span aria-hidden className="ms-2">
      <Kbd>{shortcut}</Kbd>
    </span>
  </SubmitButton>
);
