"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "#components/desk/desk-form";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField } from "#components/desk/fields";
import { type DeskAction, useDeskForm } from "#components/desk/use-desk-form";
import type { MemberChoice } from "#lib/members/queries";
import { MemberOptions } from "./member-options.tsx";

type Props = {
  action: DeskAction;
  claimId: string;
  version: number;
  leadId: string;
  writerId: string;
  members: readonly MemberChoice[];
};

/** Confirms the route as it is shown, or with other members. */
export function RouteChoice({ action, claimId, version, leadId, writerId, members }: Props) {
  const t = useTranslations("desk.route");
  const form = useDeskForm(action, version);
  return (
    <DeskForm form={form} hidden={{ claimId }} submit={t("submit")} shortcut="r">
      <Disclosure title={t("change")} open={form.isAnswered}>
        <div className="space-y-4">
          <SelectField key={leadId} form={form} name="leadMemberId" label={t("lead")} initial={leadId}>
            <MemberOptions members={members} />
          </SelectField>
          <SelectField
            key={`w-${writerId}`}
            form={form}
            name="writerMemberId"
            label={t("writer")}
            initial={writerId}
          >
            <MemberOptions members={members} />
          </SelectField>
          <AreaField
            form={form}
            name="instructions"
            label={t("instructions")}
            hint={t("instructionsHint")}
            optional
          />
        </div>
      </Disclosure>
    </DeskForm>
  );
}
