"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "#components/ui/checkbox";
import type { CitedEvidence } from "#lib/desk/load-writing";

type Props = { id: string; name: string; chosen: readonly string[]; evidence: readonly CitedEvidence[] };

/** The evidence that supports one point, to be ticked by its number. */
export function EvidenceTicks({ id, name, chosen, evidence }: Props) {
  const t = useTranslations("editorial.draft");
  return (
    <fieldset className="mt-3" id={id} tabIndex={-1}>
      <legend className="font-medium text-sm">{t("pointEvidence")}</legend>
      {evidence.length === 0 ? <p className="text-ink-soft text-sm">{t("noEvidence")}</p> : null}
      {evidence.map(({ id: piece, publisher, title }, at) => (
        <Checkbox
          key={piece}
          id={`${id}-${piece}`}
          name={name}
          value={piece}
          defaultChecked={chosen.includes(piece)}
          className="text-sm"
          label={`[${at + 1}] ${publisher}${t("colon")}${title}`}
        />
      ))}
    </fieldset>
  );
}
