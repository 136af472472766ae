"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AreaField, SelectField } from "#components/form/fields";
import { useForm } from "#components/form/use-form.ts";
import { TopicOptions } from "#components/reference/topic-options";
import { Options } from "#components/ui/options";
import type { SuggestedPlace, TriageSuggestion } from "#lib/claims/suggest-triage";
import type { ClaimData } from "#lib/desk/load-claim-page";
import { type Urgency, urgencies } from "#lib/reference/urgency";
import type { FormAction } from "#lib/web/form";
import { useLocalName } from "./local-name.ts";
import { PlaceFields } from "./place-fields.tsx";
import { TopicGuesses } from "./topic-guesses.tsx";

type Props = {
  form: ReturnType<typeof useFactsForm>;
  /** What is said of the claim now. */
  facts: Pick<ClaimData["claim"], "wording" | "topicId" | "subtopicId" | "urgency">;
  places: readonly SuggestedPlace[];
  /** The likeliest topics; then the rest follows the topic that is chosen. */
  guesses?: Pick<TriageSuggestion, "topics" | "urgency"> & { isChosen: boolean };
  /** Whether sentences are left out that strangers should not read. */
  isShortened?: boolean;
  data: Pick<ClaimData, "personal" | "topics" | "divisions">;
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
export function ClaimFacts({ form, facts, places, guesses, isShortened = false, data }: Props) {
  const t = useTranslations("desk.triage");
  const nameOf = useLocalName();
  const { personal, topics, divisions } = data;
  const [chosen, setChosen] = useState(facts.topicId);
  const [isGuessed, setGuessed] = useState(false);
  const topic = guesses && topics.find(({ id }) => id === chosen);
  const likely = (guesses?.topics ?? []).flatMap(
    ({ topicId }) => topics.find(({ id }) => id === topicId) ?? [],
  );
  const usual = topic?.defaultUrgency ?? facts.urgency;
  // What the texts say can only make it more urgent.
  const said = guesses?.urgency && guesses.urgency.urgency < usual ? guesses.urgency : null;
  const isAsItWas = guesses?.isChosen && chosen === facts.topicId;
  return (
    <>
      <AreaField
        form={form}
        name="wording"
        hint={
          <>
            {t("wordingHint")}
            {isShortened ? <strong className="block text-ink">{t("wordingShortened")}</strong> : null}
            {personal.length > 0 && !isShortened ? (
              <strong className="text-vermilion-deep block">
                {t("wordingPersonal", { words: personal.join(t("comma")) })}
              </strong>
            ) : null}
          </>
        }
        initial={facts.wording}
      />
      <SelectField
        form={form}
        name="topicId"
        hint={guesses && (isAsItWas ? t("topicReason.given") : topicReason(guesses.topics, chosen, t))}
        initial={facts.topicId}
        onChange={({ currentTarget }) => {
          setGuessed(false);
          setChosen(currentTarget.value);
        }}
      >
        <option value="">{t("choose")}</option>
        {likely.length > 0 ? (
          <optgroup label={t("likelyTopics")}>
            <TopicOptions topics={likely} />
          </optgroup>
        ) : null}
        <TopicOptions topics={topics.filter((one) => !likely.includes(one))} />
      </SelectField>
      {guesses && !facts.topicId && (!chosen || isGuessed) ? (
        <TopicGuesses
          topics={likely}
          onChoose={(topicId) => {
            setGuessed(true);
            setChosen(topicId);
          }}
        />
      ) : null}
      <SelectField form={form} name="subtopicId" optional initial={facts.subtopicId}>
        <option value="">{t("noSubtopic")}</option>
        {(topic ? [topic] : topics).map(({ id, subtopics, ...names }) => (
          <optgroup key={id} label={nameOf(names)}>
            <TopicOptions topics={subtopics} />
          </optgroup>
        ))}
      </SelectField>
      <PlaceFields form={form} suggested={places} divisions={divisions} isGuess={guesses !== undefined} />
      <UrgencyField
        key={topic?.id}
        form={form}
        hint={
          said
            ? t("urgencySaid", said)
            : topic && t("urgencyReason", { topic: nameOf(topic), urgency: topic.defaultUrgency })
        }
        initial={said?.urgency ?? usual}
      />
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"desk.triage">>;

/** What speaks for the topic that is chosen. */
function topicReason(guesses: TriageSuggestion["topics"], chosen: string | null, t: Words): string {
  const guess = guesses.find(({ topicId }) => topicId === chosen);
  const reasons = [
    ...(guess && guess.keywords.length > 0
      ? [t("topicReason.keywords", { words: guess.keywords.slice(0, 4).join(t("comma")) })]
      : []),
    ...(guess && guess.alike > 0 ? [t("topicReason.alike", { count: guess.alike })] : []),
  ];
  return reasons.length > 0 ? reasons.join(" ") : t(chosen ? "topicReason.unfounded" : "topicReason.none");
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
