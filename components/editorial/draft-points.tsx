"use client";

import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldWords } from "#components/access/field-words";
import { LongTextField } from "#components/access/form-fields";
import { Button } from "#components/ui/button";
import { FieldGroup } from "#components/ui/field";
import type { CitedEvidence } from "#lib/desk/load-writing";
import type { DraftPoint } from "#lib/editorial/status";
import type { DraftFields } from "./draft-fields.ts";
import { EvidenceTicks } from "./evidence-ticks.tsx";

type Props = {
  form: FormMetadata<DraftFields>;
  points: FieldMetadata<DraftPoint[]>;
  evidence: readonly CitedEvidence[];
};

/** What was found, point by point; rows are added, removed and moved with or without scripts. */
export function DraftPoints({ form, points, evidence }: Props) {
  const t = useTranslations("editorial.draft");
  const words = useFieldWords();
  const rows = points.getFieldList();
  const { name } = points;
  return (
    <FieldGroup id={points.id} label={t("points")} hint={t("pointsHint")} error={words(points.errors)}>
      <ol className="space-y-6">
        {rows.map((row, index) => {
          const { text, evidenceIds } = row.getFieldset();
          const number = index + 1;
          return (
            <li key={row.key} className="rounded border border-line p-3 sm:p-4">
              <LongTextField field={text} label={t("point", { number })} rows={2} />
              <EvidenceTicks field={evidenceIds} evidence={evidence} />
              <div className="mt-2 flex flex-wrap gap-2">
                {index > 0 ? (
                  <Button
                    {...form.reorder.getButtonProps({ name, from: index, to: index - 1 })}
                    type="submit"
                    variant="quiet"
                    size="sm"
                    aria-label={t("movePointUp", { number })}
                  >
                    <ArrowUp aria-hidden />
                    {t("up")}
                  </Button>
                ) : null}
                {rows.length > 1 ? (
                  <Button
                    {...form.remove.getButtonProps({ name, index })}
                    type="submit"
                    variant="quiet"
                    size="sm"
                    aria-label={t("removePoint", { number })}
                  >
                    <Trash2 aria-hidden />
                    {t("remove")}
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
      {rows.length < 12 ? (
        <Button
          {...form.insert.getButtonProps({ name, defaultValue: { text: "", evidenceIds: [] } })}
          type="submit"
          variant="secondary"
          size="sm"
          className="mt-3"
        >
          <Plus aria-hidden />
          {t("addPoint")}
        </Button>
      ) : null}
    </FieldGroup>
  );
}
