"use client";

import { useTranslations } from "next-intl";
import { TextField } from "#components/access/form-fields";
import { FormProblems } from "#components/access/form-problems";
import { RefusalNotice } from "#components/access/refusal-notice";
import { useActionForm } from "#components/access/use-action-form";
import { MemberOptions } from "#components/routing/member-options";
import { Field } from "#components/ui/field";
import { Select } from "#components/ui/select";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { Role } from "#lib/access/roles";
import type { InvitePerson } from "#lib/members/people-schema";
import type { MemberChoice } from "#lib/members/queries";
import { InvitationLink } from "./invitation-link.tsx";
import { RolesField } from "./roles-field.tsx";

/** The link is in no other place than this answer. */
export type InvitedOutcome = { ok: true; link: string; name: string };

type Props = {
  action: FormAction<InvitedOutcome>;
  members: readonly MemberChoice[];
  memberId: string;
  offered: readonly Role[];
};

/** Invites somebody to a member; the answer is a link to hand over. */
export function InviteForm({ action, members, memberId, offered }: Props) {
  const t = useTranslations("people.members");
  const { state, form, fields, formProps } = useActionForm<InvitePerson, InvitedOutcome>("invite", action, {
    memberId,
  });
  if (state.outcome) return <InvitationLink {...state.outcome} />;
  const labels = { memberId: t("member"), name: t("name"), email: t("inviteEmail"), roles: t("roles") };
  return (
    <form {...formProps} className="space-y-6">
      <FormProblems form={form} labels={labels} />
      <RefusalNotice refused={state.refused} />
      <Field
        id={fields.memberId.id}
        label={labels.memberId}
        hint={members.length > 1 ? t("memberHint") : undefined}
      >
        {(control) => (
          <Select name={fields.memberId.name} defaultValue={fields.memberId.initialValue} {...control}>
            <MemberOptions members={members} />
          </Select>
        )}
      </Field>
      <TextField field={fields.name} label={labels.name} autoComplete="off" widthInHan={14} />
      <TextField field={fields.email} label={labels.email} type="email" autoComplete="off" />
      <RolesField field={fields.roles} offered={offered} />
      <SubmitButton>{t("inviteSubmit")}</SubmitButton>
    </form>
  );
}
