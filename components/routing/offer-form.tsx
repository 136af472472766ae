"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import { assignmentPurposes } from "#lib/claims/work/status";
import type { MemberChoice } from "#lib/members/queries";
import { MemberOptions } from "./member-options.tsx";

type Props = { action: DeskAction; claimId: string; members: readonly MemberChoice[] };

/** Asks one more member for its work. */
export function OfferForm({ action, claimId, members }: Props) {
  const t = useTranslations("desk.offer");
  const labels = useTranslations("labels.assignmentPurpose");
  const form = useDeskForm(action);
  return (
    <Disclosure title={t("title")} shortcut="o" open={form.isAnswered} name="decision">
      <DeskForm form={form} hidden={{ claimId }} submit={t("submit")} done={t("done")}>
        <SelectField form={form} name="memberId" label={t("member")}>
          <option value="">{t("choose")}</option>
          <MemberOptions members={members} />
        </SelectField>
        <SelectField form={form} name="purpose" label={t("purpose")} initial="assist">
          {assignmentPurposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {labels(purpose)}
            </option>
          ))}
        </SelectField>
        <AreaField form={form} name="instructions" label={t("instructions")} optional />
      </DeskForm>
    </Disclosure>
  );
}
