"use client";

import { useTranslations } from "next-intl";
import { FormProblems } from "#components/access/form-problems";
import { RefusalNotice } from "#components/access/refusal-notice";
import { useActionForm } from "#components/access/use-action-form";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/access/action-state";
import type { Role } from "#lib/access/roles";
import type { PeopleOutcome } from "#lib/members/change-roles";
import type { ChangeRoles } from "#lib/members/people-schema";
import { RolesField } from "./roles-field.tsx";

type Props = {
  action: FormAction<PeopleOutcome>;
  about: { userId: string; memberId: string };
  offered: readonly Role[];
  roles: readonly Role[];
};

/** Gives a person other roles at a member. */
export function RolesForm({ action, about, offered, roles }: Props) {
  const t = useTranslations("people.members");
  const { state, form, fields, formProps } = useActionForm<ChangeRoles, PeopleOutcome>("roles", action);
  const { outcome } = state;
  const isLastAdmin = state.refused === "CONFLICT";
  return (
    <form {...formProps} className="space-y-5">
      <div>
        <h2 className="text-xl">{t("rolesTitle")}</h2>
        <p className="text-ink-soft">{t("rolesLead")}</p>
      </div>
      {isLastAdmin ? (
        <Notice tone="warning" live="alert">
          {t("lastAdmin")}
        </Notice>
      ) : (
        <>
          <FormProblems form={form} labels={{ roles: t("roles") }} />
          <RefusalNotice refused={state.refused} reason={outcome?.ok === false ? outcome.reason : null} />
        </>
      )}
      {outcome?.ok ? <Notice tone="success">{t("rolesDone")}</Notice> : null}
      <input type="hidden" name="userId" value={about.userId} />
      <input type="hidden" name="memberId" value={about.memberId} />
      <RolesField field={fields.roles} offered={offered} initial={roles} />
      <SubmitButton>{t("rolesSubmit")}</SubmitButton>
    </form>
  );
}
