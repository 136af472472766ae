"use client";

import type { FieldMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { Checkbox } from "#components/ui/checkbox";
import type { CitedEvidence } from "#lib/desk/load-writing";

type Props = { field: FieldMetadata<string[]>; evidence: readonly CitedEvidence[] };

/** The evidence that supports one point, to be ticked by its number. */
export function EvidenceTicks({ field, evidence }: Props) {
  const t = useTranslations("editorial.draft");
  const chosen: readonly unknown[] = [field.initialValue ?? []].flat();
  return (
    <fieldset className="mt-3" id={field.id} tabIndex={-1}>
      <legend className="font-medium text-sm">{t("pointEvidence")}</legend>
      {evidence.length === 0 ? <p className="text-ink-soft text-sm">{t("noEvidence")}</p> : null}
      {evidence.map(({ id, publisher, title }, at) => (
        <Checkbox
          key={`${field.key ?? ""} ${id}`}
          id={`${field.id}-${id}`}
          name={field.name}
          value={id}
          defaultChecked={chosen.includes(id)}
          className="text-sm"
          label={`[${at + 1}] ${publisher}${t("colon")}${title}`}
        />
      ))}
    </fieldset>
  );
}
