"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField, TextField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Options } from "#components/ui/options";
import { replyOutcomes } from "#lib/investigation/vocabulary";
import type { FormAction } from "#lib/web/form";

type Props = { action: FormAction; claimId: string };

/** Records that an organisation was asked for its reply, and what came of it. */
export function ReplyForm({ action, claimId }: Props) {
  const t = useTranslations("desk.reply");
  const labels = useTranslations("labels.replyOutcome");
  const form = useForm(action, {
    labels: {
      organisation: t("organisation"),
      askedOn: t("askedOn"),
      outcome: t("outcome"),
      reply: t("reply"),
    },
  });
  return (
    <Disclosure title={t("add")} shortcut="y" open={form.isSent} name="decision">
      <Form form={form} hidden={{ claimId }} submit={t("submit")} done={t("done")}>
        <TextField form={form} name="organisation" hint={t("organisationHint")} />
        <TextField form={form} name="askedOn" type="date" />
        <SelectField form={form} name="outcome">
          <option value="">{t("choose")}</option>
          <Options values={replyOutcomes} word={labels} />
        </SelectField>
        <AreaField form={form} name="reply" hint={t("replyHint")} optional />
      </Form>
    </Disclosure>
  );
}
