"use client";

import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AreaField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import type { useRows } from "#components/form/use-rows.ts";
import { Button } from "#components/ui/button";
import { FieldGroup } from "#components/ui/field";
import type { CitedEvidence } from "#lib/desk/load-writing";
import type { DraftPoint } from "#lib/editorial/status";
import { POINTS, readContent } from "./draft-fields.ts";
import { EvidenceTicks } from "./evidence-ticks.tsx";

type Props = {
  form: FormOf;
  rows: ReturnType<typeof useRows>;
  points: readonly DraftPoint[];
  evidence: readonly CitedEvidence[];
};

/** What was found, point by point; rows are added, removed and moved with or without scripts. */
export function DraftPoints({ form, rows, points, evidence }: Props) {
  const t = useTranslations("editorial.draft");
  const { typed } = form.state;
  // A row keeps what it began with wherever it is moved.
  const [first] = useState(() => (typed ? readContent(typed).points : points));
  const { id, error } = form.field(POINTS);
  return (
    <FieldGroup id={id} label={t("points")} hint={t("pointsHint")} error={error}>
      <ol className="space-y-6">
        {rows.keys.map((key, at) => {
          const name = `${POINTS}[${at}]`;
          const number = at + 1;
          return (
            <li key={key} className="rounded border border-line p-3 sm:p-4">
              <AreaField
                form={form}
                name={`${name}.text`}
                label={t("point", { number })}
                rows={2}
                defaultValue={first[key]?.text}
              />
              <EvidenceTicks
                id={`${id}-${key}`}
                name={`${name}.evidenceIds`}
                chosen={first[key]?.evidenceIds ?? []}
                evidence={evidence}
              />
              <div className="mt-2 flex flex-wrap gap-2">
                {at > 0 ? (
                  <Button
                    {...rows.button("raise", at)}
                    variant="quiet"
                    size="sm"
                    aria-label={t("movePointUp", { number })}
                  >
                    <ArrowUp aria-hidden />
                    {t("up")}
                  </Button>
                ) : null}
                {rows.keys.length > 1 ? (
                  <Button
                    {...rows.button("remove", at)}
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
      {rows.keys.length < 12 ? (
        <Button {...rows.button("add")} variant="secondary" size="sm" className="mt-3">
          <Plus aria-hidden />
          {t("addPoint")}
        </Button>
      ) : null}
    </FieldGroup>
  );
}
