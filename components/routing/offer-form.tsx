"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Options } from "#components/ui/options";
import { assignmentPurposes } from "#lib/claims/work/status";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { MemberOptions } from "./member-options.tsx";

type Props = { action: FormAction; claimId: string; members: readonly MemberChoice[] };

/** Asks one more member for its work. */
export function OfferForm({ action, claimId, members }: Props) {
  const t = useTranslations("desk.offer");
  const labels = useTranslations("labels.assignmentPurpose");
  const form = useForm(action, {
    labels: { memberId: t("member"), purpose: t("purpose"), instructions: t("instructions") },
  });
  return (
    <Disclosure title={t("title")} shortcut="o" open={form.isRefused} name="decision">
      <Form form={form} hidden={{ claimId }} submit={t("submit")} done={t("done")}>
        <SelectField form={form} name="memberId">
          <option value="">{t("choose")}</option>
          <MemberOptions members={members} />
        </SelectField>
        <SelectField form={form} name="purpose" initial="assist">
          <Options values={assignmentPurposes} word={labels} />
        </SelectField>
        <AreaField form={form} name="instructions" optional />
      </Form>
    </Disclosure>
  );
}
