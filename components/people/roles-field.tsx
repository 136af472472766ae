"use client";

import type { FieldMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { useFieldWords } from "#components/access/field-words";
import { Checkbox } from "#components/ui/checkbox";
import { FieldGroup } from "#components/ui/field";
import { platformRoles, type Role } from "#lib/access/roles";

type Props = { field: FieldMetadata<Role[]>; offered: readonly Role[]; initial?: readonly Role[] };

/** What a person is at a member, each role to be ticked. */
export function RolesField({ field, offered, initial = [] }: Props) {
  const t = useTranslations("people.members");
  const role = useTranslations("labels.role");
  const words = useFieldWords();
  const typed: readonly unknown[] = field.initialValue === undefined ? initial : [field.initialValue].flat();
  const isMixed = offered.some((each) => platformRoles.includes(each));
  return (
    <FieldGroup
      id={field.id}
      label={t("roles")}
      hint={isMixed ? `${t("rolesHint")}${t("rolesPlatform")}` : t("rolesHint")}
      error={words(field.errors)}
    >
      {offered.map((each) => (
        <Checkbox
          key={each}
          id={`${field.id}-${each}`}
          name={field.name}
          value={each}
          defaultChecked={typed.includes(each)}
          label={`${role(each)}${platformRoles.includes(each) ? t("platformOnly") : ""}`}
        />
      ))}
    </FieldGroup>
  );
}
