"use client";

import { type FieldName, useField } from "@conform-to/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LongTextField } from "#components/access/form-fields";

type Props = { name: FieldName<string>; label: ReactNode; hint: ReactNode; limit: number };

/** A text of limited length that says how long it is already. */
export function CountedField({ name, label, hint, limit }: Props) {
  const t = useTranslations("editorial.draft");
  const [field] = useField<string>(name);
  const count = [...(field.value ?? "")].length;
  return (
    <div>
      <LongTextField field={field} label={label} hint={hint} rows={2} />
      <p className={count > limit ? "text-sm text-vermilion" : "text-ink-soft text-sm"}>
        {t("count", { count, limit })}
      </p>
    </div>
  );
}
