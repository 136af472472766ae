"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/desk/disclosure";
import { AreaField, SelectField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { TopicOptions } from "#components/reference/topic-options";
import type { ClaimData, TopicChoice } from "#lib/desk/load-claim-page";
import type { Division } from "#lib/reference/divisions";
import { urgencies } from "#lib/reference/urgency";
import type { FormAction } from "#lib/web/form";
import { useLocalName } from "./local-name.ts";
import { PlaceFields } from "./place-fields.tsx";
import { SubtopicOptions } from "./triage-form.tsx";

type Props = {
  action: FormAction;
  claim: Pick<
    ClaimData["claim"],
    "id" | "version" | "wording" | "topicId" | "subtopicId" | "urgency" | "places"
  >;
  topics: readonly TopicChoice[];
  divisions: readonly Division[];
};

/** Changes what an accepted claim says and is about. */
export function ReviseForm({ action, claim, topics, divisions }: Props) {
  const t = useTranslations("desk.triage");
  const words = useTranslations("desk.revise");
  const labels = useTranslations("labels");
  const nameOf = useLocalName();
  const form = useForm(action, {
    version: claim.version,
    labels: {
      wording: t("wording"),
      topicId: t("topic"),
      subtopicId: t("subtopic"),
      places: t("places"),
      urgency: t("urgency"),
    },
  });
  return (
    <Disclosure title={words("title")} shortcut="t" open={form.isRefused} name="decision">
      <Form form={form} hidden={{ claimId: claim.id }} submit={words("submit")} done={words("done")}>
        <AreaField form={form} name="wording" hint={t("wordingHint")} initial={claim.wording} />
        <SelectField form={form} name="topicId" initial={claim.topicId ?? ""}>
          <option value="">{t("choose")}</option>
          <TopicOptions topics={topics} />
        </SelectField>
        <SelectField form={form} name="subtopicId" optional initial={claim.subtopicId ?? ""}>
          <option value="">{t("noSubtopic")}</option>
          <SubtopicOptions topics={topics} nameOf={nameOf} />
        </SelectField>
        <PlaceFields
          form={form}
          suggested={claim.places.map(({ division }) => ({ ...division, isChosen: true }))}
          divisions={divisions}
        />
        <SelectField form={form} name="urgency" initial={claim.urgency}>
          {urgencies.map((urgency) => (
            <option key={urgency} value={urgency}>
              {labels(`urgency.${urgency}`)}
            </option>
          ))}
        </SelectField>
      </Form>
    </Disclosure>
  );
}
