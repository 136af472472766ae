"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, ChoiceField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { Notice } from "#components/ui/notice";
import type { Investigation } from "#lib/investigation/queries";
import { verdicts } from "#lib/investigation/vocabulary";
import type { FormAction } from "#lib/web/form";

type Props = {
  action: FormAction;
  claimId: string;
  hasEvidence: boolean;
  /** The finding so far, which a new one replaces. */
  last: Pick<Investigation["findings"][number], "verdict" | "keyPoints" | "howWeKnow"> | undefined;
};

/** The verifier's verdict with what it rests on. */
export function FindingForm({ action, claimId, hasEvidence, last }: Props) {
  const t = useTranslations("desk.finding");
  const meanings = useTranslations("labels.verdictMeaning");
  const form = useForm(action, {
    labels: { verdict: t("verdict"), keyPoints: t("keyPoints"), howWeKnow: t("howWeKnow") },
  });
  return (
    <Disclosure
      title={last ? t("revise") : t("submitTitle")}
      shortcut="f"
      open={form.isRefused}
      name="decision"
    >
      <Form form={form} hidden={{ claimId }} submit={t("submit")} done={t("done")}>
        {hasEvidence ? null : (
          <Notice tone="warning" live="off">
            {t("noEvidence")}
          </Notice>
        )}
        <ChoiceField
          form={form}
          name="verdict"
          initial={last?.verdict}
          options={verdicts.map((value) => ({
            value,
            label: <VerdictBadge verdict={value} size="sm" />,
            hint: meanings(value),
          }))}
        />
        <AreaField
          form={form}
          name="keyPoints"
          hint={t("keyPointsHint")}
          initial={last?.keyPoints.join("\n")}
          rows={4}
        />
        <AreaField form={form} name="howWeKnow" hint={t("howWeKnowHint")} initial={last?.howWeKnow} />
      </Form>
    </Disclosure>
  );
}
