"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField, TextField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import { replyOutcomes } from "#lib/investigation/vocabulary";

type Props = { action: DeskAction; claimId: string };

/** Records that an organisation was asked for its reply, and what came of it. */
export function ReplyForm({ action, claimId }: Props) {
  const t = useTranslations("desk.reply");
  const labels = useTranslations("labels.replyOutcome");
  const form = useDeskForm(action);
  return (
    <Disclosure
      title={t("add")}
      shortcut="y"
      open={form.isAnswered || form.state.outcome?.ok === true}
      name="decision"
    >
      <DeskForm form={form} hidden={{ claimId }} submit={t("submit")} done={t("done")}>
        <TextField form={form} name="organisation" label={t("organisation")} hint={t("organisationHint")} />
        <TextField form={form} name="askedOn" type="date" label={t("askedOn")} />
        <SelectField form={form} name="outcome" label={t("outcome")}>
          <option value="">{t("choose")}</option>
          {replyOutcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {labels(outcome)}
            </option>
          ))}
        </SelectField>
        <AreaField form={form} name="reply" label={t("reply")} hint={t("replyHint")} optional />
      </DeskForm>
    </Disclosure>
  );
}
