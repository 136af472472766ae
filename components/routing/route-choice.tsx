"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import type { MemberChoice } from "#lib/members/queries";
import type { FormAction } from "#lib/web/form";
import { MemberOptions } from "./member-options.tsx";

type Props = {
  action: FormAction;
  claimId: string;
  version: number;
  /** The version of the rules that proposes it. */
  ruleSetId: string;
  /** Left out where there is nobody to propose. */
  leadId: string | undefined;
  writerId: string | undefined;
  members: readonly MemberChoice[];
  /** What is proposed and why; the button stays in sight as long as a part of it is. */
  children: ReactNode;
};

/** Confirms the route as it is shown, or with other members. */
export function RouteChoice(props: Props) {
  const { action, claimId, version, ruleSetId, leadId, writerId, members, children } = props;
  const t = useTranslations("desk.route");
  const form = useForm(action, {
    version,
    labels: { leadMemberId: t("lead"), writerMemberId: t("writer"), instructions: t("instructions") },
  });
  return (
    <Form
      form={form}
      hidden={{ claimId, ruleSetId }}
      submit={t("submit")}
      shortcut="r"
      isKeptInSight
      className="space-y-3"
    >
      {children}
      <Disclosure title={t("change")} open={form.isRefused || !leadId || !writerId}>
        <div className="space-y-4">
          <SelectField key={leadId} form={form} name="leadMemberId" initial={leadId}>
            {leadId ? null : <option value="">{t("choose")}</option>}
            <MemberOptions members={members} />
          </SelectField>
          <SelectField key={`w-${writerId}`} form={form} name="writerMemberId" initial={writerId}>
            {writerId ? null : <option value="">{t("choose")}</option>}
            <MemberOptions members={members} />
          </SelectField>
          <AreaField form={form} name="instructions" hint={t("instructionsHint")} optional />
        </div>
      </Disclosure>
    </Form>
  );
}
