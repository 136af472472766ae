"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import { VerdictBadge } from "#components/publishing/verdict-badge";
import { Notice } from "#components/ui/notice";
import { RadioGroup } from "#components/ui/radio-group";
import type { Investigation } from "#lib/investigation/queries";
import { verdicts } from "#lib/investigation/vocabulary";

type Props = {
  action: DeskAction;
  claimId: string;
  hasEvidence: boolean;
  /** The finding so far, which a new one replaces. */
  last: Pick<Investigation["findings"][number], "verdict" | "keyPoints" | "howWeKnow"> | undefined;
};

/** The verifier's verdict with what it rests on. */
export function FindingForm({ action, claimId, hasEvidence, last }: Props) {
  const t = useTranslations("desk.finding");
  const meanings = useTranslations("labels.verdictMeaning");
  const form = useDeskForm(action);
  const verdict = form.field("verdict", last?.verdict);
  return (
    <Disclosure
      title={last ? t("revise") : t("submitTitle")}
      shortcut="f"
      open={form.isAnswered}
      name="decision"
    >
      <DeskForm form={form} hidden={{ claimId }} submit={t("submit")} done={t("done")}>
        {hasEvidence ? null : (
          <Notice tone="warning" live="off">
            {t("noEvidence")}
          </Notice>
        )}
        <RadioGroup
          id={verdict.id}
          name="verdict"
          label={t("verdict")}
          error={verdict.error}
          defaultValue={verdict.defaultValue}
          options={verdicts.map((value) => ({
            value,
            label: <VerdictBadge verdict={value} size="sm" />,
            hint: meanings(value),
          }))}
        />
        <AreaField
          form={form}
          name="keyPoints"
          label={t("keyPoints")}
          hint={t("keyPointsHint")}
          initial={last?.keyPoints.join("\n")}
          rows={4}
        />
        <AreaField
          form={form}
          name="howWeKnow"
          label={t("howWeKnow")}
          hint={t("howWeKnowHint")}
          initial={last?.howWeKnow}
        />
      </DeskForm>
    </Disclosure>
  );
}
