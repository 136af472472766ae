"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChecksField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import { DivisionOptions } from "#components/reference/division-options";
import { Button } from "#components/ui/button";
import { Select } from "#components/ui/select";
import type { SuggestedPlace } from "#lib/claims/suggest-triage";
import type { Division } from "#lib/reference/divisions";
import { useLocalName } from "./local-name.ts";

type Props = {
  form: FormOf<"places">;
  suggested: readonly SuggestedPlace[];
  divisions: readonly Division[];
  /** Nobody at the desk has said yet where it is. */
  isGuess: boolean;
};

/** The places that the claim is about: suggested ones to keep or untick, others to add. */
export function PlaceFields({ form, suggested, divisions, isGuess }: Props) {
  const t = useTranslations("desk.triage");
  const nameOf = useLocalName();
  const [more, setMore] = useState(1);
  const { values } = form.field(
    "places",
    suggested.map(({ code }) => code),
  );
  const others = values.filter((code) => code !== "" && !suggested.some((place) => place.code === code));
  return (
    <ChecksField
      form={form}
      name="places"
      hint={t("placesHint")}
      optional
      initial={suggested.map(({ code }) => code)}
      options={suggested.map((place) => ({
        value: place.code,
        label: nameOf(place),
        hint:
          place.quote === null
            ? t(isGuess ? "placeReason.given" : "placeReason.chosen")
            : t("placeReason.named", { name: place.quote }),
      }))}
    >
      {Array.from({ length: Math.max(more, others.length) }, (_, at) => `other-${at}`).map((key, at) => (
        <Select
          key={key}
          name="places"
          aria-label={t("otherPlace")}
          defaultValue={others[at]}
          className="mt-2"
        >
          <option value="">{t("noOtherPlace")}</option>
          <DivisionOptions divisions={divisions} />
        </Select>
      ))}
      <Button variant="quiet" size="sm" className="mt-1" onClick={() => setMore((count) => count + 1)}>
        {t("addPlace")}
      </Button>
    </ChecksField>
  );
}
