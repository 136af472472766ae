"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AreaField, SelectField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { TopicOptions } from "#components/reference/topic-options";
import type { TopicChoice } from "#lib/desk/load-claim-page";
import type { TriageSuggestion } from "#lib/desk/suggest-triage";
import type { Division } from "#lib/reference/divisions";
import { type Urgency, urgencies } from "#lib/reference/urgency";
import type { FormAction } from "#lib/web/form";
import { type Named, useLocalName } from "./local-name.ts";
import { PlaceFields } from "./place-fields.tsx";

type Props = {
  action: FormAction;
  claimId: string;
  version: number;
  wording: string;
  subtopicId: string | null;
  urgency: Urgency;
  suggestion: TriageSuggestion;
  topics: readonly TopicChoice[];
  divisions: readonly Division[];
};

/** Accepts the claim for verification; every suggestion says why it is made. */
export function TriageForm({ action, claimId, version, suggestion, topics, divisions, ...claim }: Props) {
  const t = useTranslations("desk.triage");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const form = useForm(action, {
    version,
    labels: {
      wording: t("wording"),
      topicId: t("topic"),
      subtopicId: t("subtopic"),
      places: t("places"),
      urgency: t("urgency"),
    },
  });
  const [chosen, setChosen] = useState(suggestion.topic?.topicId ?? "");
  const topic = topics.find(({ id }) => id === chosen);
  const isTheirs = form.state.outcome?.ok === false;
  return (
    <section aria-labelledby="triage">
      <h3 id="triage" className="mb-2">
        {t("title")}
      </h3>
      <Form form={form} hidden={{ claimId }} submit={t("submit")} shortcut="a" isKeptInSight>
        {isTheirs ? (
          <blockquote lang="zh-CN" className="border-line-strong border-s-3 ps-3">
            <p className="text-ink-soft text-sm">{t("wordingNow")}</p>
            {claim.wording}
          </blockquote>
        ) : null}
        <AreaField form={form} name="wording" hint={t("wordingHint")} initial={claim.wording} />
        <SelectField
          form={form}
          name="topicId"
          hint={topicReason(suggestion.topic, t)}
          initial={suggestion.topic?.topicId}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          <option value="">{t("choose")}</option>
          <TopicOptions topics={topics} />
        </SelectField>
        <SelectField form={form} name="subtopicId" optional initial={claim.subtopicId ?? ""}>
          <option value="">{t("noSubtopic")}</option>
          <SubtopicOptions topics={topic ? [topic] : topics} nameOf={nameOf} />
        </SelectField>
        <PlaceFields form={form} suggested={suggestion.places} divisions={divisions} />
        <SelectField
          key={`urgency-${chosen}`}
          form={form}
          name="urgency"
          hint={
            topic ? t("urgencyReason", { topic: nameOf(topic), urgency: topic.defaultUrgency }) : undefined
          }
          initial={topic?.defaultUrgency ?? claim.urgency}
        >
          {urgencies.map((urgency) => (
            <option key={urgency} value={urgency}>
              {labels(`urgency.${urgency}`)}
            </option>
          ))}
        </SelectField>
      </Form>
    </section>
  );
}

type Words = ReturnType<typeof useTranslations<"desk.triage">>;

function topicReason(topic: TriageSuggestion["topic"], t: Words): string {
  if (!topic) return t("topicReason.none");
  if (topic.isChosen) return t("topicReason.chosen");
  return t("topicReason.keywords", { words: topic.keywords.slice(0, 4).join(t("comma")) });
}

type SubtopicProps = { topics: readonly TopicChoice[]; nameOf: (named: Named) => string };

/** The subtopics of the given topics, under the name of each. */
export function SubtopicOptions({ topics, nameOf }: SubtopicProps) {
  return topics.map((topic) => (
    <optgroup key={topic.id} label={nameOf(topic)}>
      {topic.subtopics.map((subtopic) => (
        <option key={subtopic.id} value={subtopic.id}>
          {nameOf(subtopic)}
        </option>
      ))}
    </optgroup>
  ));
}
