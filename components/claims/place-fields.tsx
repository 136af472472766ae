"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DeskFormState } from "#components/desk/use-desk-form";
import { DivisionOptions } from "#components/reference/division-options";
import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { FieldGroup } from "#components/ui/field";
import { Select } from "#components/ui/select";
import type { SuggestedPlace } from "#lib/desk/suggest-triage";
import type { Division } from "#lib/reference/divisions";
import { useLocalName } from "./local-name.ts";

type Props = { form: DeskFormState; suggested: readonly SuggestedPlace[]; divisions: readonly Division[] };

/** The places that the claim is about: suggested ones to keep or untick, others to add. */
export function PlaceFields({ form, suggested, divisions }: Props) {
  const t = useTranslations("desk.triage");
  const nameOf = useLocalName();
  const [more, setMore] = useState(1);
  const { id, error } = form.field("places");
  const typed = form.state.result?.initialValue?.places;
  const kept = form.state.result ? [typed ?? []].flat().map(String) : null;
  const others = kept?.filter((code) => code !== "" && !suggested.some((place) => place.code === code)) ?? [];
  return (
    <FieldGroup id={id} label={t("places")} hint={t("placesHint")} error={error} optional>
      {suggested.map((place) => (
        <Checkbox
          key={place.code}
          id={`${id}-${place.code}`}
          name="places"
          value={place.code}
          label={nameOf(place)}
          hint={place.isChosen ? t("placeReason.chosen") : t("placeReason.named", { name: place.zh })}
          defaultChecked={kept ? kept.includes(place.code) : true}
        />
      ))}
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
    </FieldGroup>
  );
}
