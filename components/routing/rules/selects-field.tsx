"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormOf } from "#components/form/use-form.ts";
import { FieldGroup } from "#components/ui/field";
import { Select } from "#components/ui/select";

type Props<Name extends string> = {
  form: FormOf<Name>;
  name: Name;
  initial: readonly string[];
  /** What a list is called in which nothing is chosen. */
  empty: string;
  /** The options of each list. */
  children: ReactNode;
};

/** So many more can be chosen each time. */
const MORE = 2;

/** Several choices of one long list: those that are made, and room for more, also without scripts. */
export function SelectsField<Name extends string>({ form, name, initial, empty, children }: Props<Name>) {
  const t = useTranslations("desk.rules.form");
  const { id, values, error } = form.field(name, initial);
  const chosen = values.filter((value) => value !== "");
  const label = String(form.labels?.[name] ?? "");
  return (
    <FieldGroup id={id} label={label} error={error} optional>
      <div className="space-y-2">
        {Array.from({ length: chosen.length + MORE }, (_, at) => `${at} ${chosen[at] ?? ""}`).map(
          (key, at) => (
            <Select
              key={key}
              name={name}
              aria-label={t("another", { label, count: at + 1 })}
              defaultValue={chosen[at] ?? ""}
            >
              <option value="">{empty}</option>
              {children}
            </Select>
          ),
        )}
      </div>
    </FieldGroup>
  );
}
