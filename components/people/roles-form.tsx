"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { Part } from "#components/ui/part";
import type { Role } from "#lib/access/roles";
import type { FormAction } from "#lib/web/form";
import { RolesField } from "./roles-field.tsx";

type Props = {
  action: FormAction;
  about: { userId: string; memberId: string };
  offered: readonly Role[];
  roles: readonly Role[];
};

/** Gives a person other roles at a member. */
export function RolesForm({ action, about, offered, roles }: Props) {
  const t = useTranslations("people.members");
  const form = useForm(action, {
    labels: { roles: t("roles") },
    words: { refusals: { CONFLICT: { detail: t("lastAdmin") } } },
  });
  return (
    <Part title={t("rolesTitle")} lead={t("rolesLead")} className="space-y-5">
      <Form form={form} hidden={about} submit={t("rolesSubmit")} size="md" done={t("rolesDone")}>
        <RolesField form={form} offered={offered} initial={roles} />
      </Form>
    </Part>
  );
}
