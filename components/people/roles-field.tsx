"use client";

import { useTranslations } from "next-intl";
import { ChecksField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import { platformRoles, type Role } from "#lib/access/roles";

type Props = { form: FormOf<"roles">; offered: readonly Role[]; initial?: readonly Role[] };

/** What a person is at a member, each role to be ticked. */
export function RolesField({ form, offered, initial = [] }: Props) {
  const t = useTranslations("people.members");
  const labels = useTranslations("labels.role");
  const isMixed = offered.some((role) => platformRoles.includes(role));
  return (
    <ChecksField
      form={form}
      name="roles"
      hint={isMixed ? `${t("rolesHint")}${t("rolesPlatform")}` : t("rolesHint")}
      initial={initial}
      options={offered.map((role) => ({
        value: role,
        label: `${labels(role)}${platformRoles.includes(role) ? t("platformOnly") : ""}`,
      }))}
    />
  );
}
