"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AreaField, SelectField } from "#components/form/fields";
import { useForm } from "#components/form/use-form.ts";
import { TopicOptions } from "#components/reference/topic-options";
import { Options } from "#components/ui/options";
import type { ClaimData } from "#lib/desk/load-claim-page";
import type { SuggestedPlace } from "#lib/desk/suggest-triage";
import { type Urgency, urgencies } from "#lib/reference/urgency";
import type { FormAction } from "#lib/web/form";
import { useLocalName } from "./local-name.ts";
import { PlaceFields } from "./place-fields.tsx";

type Props = {
  form: ReturnType<typeof useFactsForm>;
  /** What is said of the claim now. */
  facts: Pick<ClaimData["claim"], "wording" | "topicId" | "subtopicId" | "urgency">;
  places: readonly SuggestedPlace[];
  /** Why this topic is proposed; then the rest follows the topic that is chosen. */
  topicReason?: string;
  data: Pick<ClaimData, "topics" | "divisions">;
};

/** A form that says what a claim says and is about. */
export function useFactsForm(action: FormAction, version: number) {
  const t = useTranslations("desk.triage");
  return useForm(action, {
    version,
    labels: {
      wording: t("wording"),
      topicId: t("topic"),
      subtopicId: t("subtopic"),
      places: t("places"),
      urgency: t("urgency"),
    },
  });
}

/** Wording, topic, places and urgency of a claim. */
export function ClaimFacts({ form, facts, places, topicReason, data: { topics, divisions } }: Props) {
  const t = useTranslations("desk.triage");
  const nameOf = useLocalName();
  const [chosen, setChosen] = useState(facts.topicId);
  const topic = topicReason === undefined ? undefined : topics.find(({ id }) => id === chosen);
  return (
    <>
      <AreaField form={form} name="wording" hint={t("wordingHint")} initial={facts.wording} />
      <SelectField
        form={form}
        name="topicId"
        hint={topicReason}
        initial={facts.topicId}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      >
        <option value="">{t("choose")}</option>
        <TopicOptions topics={topics} />
      </SelectField>
      <SelectField form={form} name="subtopicId" optional initial={facts.subtopicId}>
        <option value="">{t("noSubtopic")}</option>
        {(topic ? [topic] : topics).map(({ id, subtopics, ...names }) => (
          <optgroup key={id} label={nameOf(names)}>
            <TopicOptions topics={subtopics} />
          </optgroup>
        ))}
      </SelectField>
      <PlaceFields form={form} suggested={places} divisions={divisions} />
      <UrgencyField
        key={topic?.id}
        form={form}
        hint={topic && t("urgencyReason", { topic: nameOf(topic), urgency: topic.defaultUrgency })}
        initial={topic?.defaultUrgency ?? facts.urgency}
      />
    </>
  );
}

type UrgencyProps = Pick<Props, "form"> & { initial: Urgency; hint?: string | undefined };

/** The urgency of a claim alone. */
export function UrgencyField(props: UrgencyProps) {
  const labels = useTranslations("labels");
  return (
    <SelectField name="urgency" {...props}>
      <Options values={urgencies} word={(urgency) => labels(`urgency.${urgency}`)} />
    </SelectField>
  );
}
