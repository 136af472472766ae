"use client";

import { useTranslations } from "next-intl";
import { useLocalName } from "#components/claims/local-name.ts";
import { ChecksField, SelectField, TextField, TickField } from "#components/form/fields";
import { Form } from "#components/form/form";
import { useForm } from "#components/form/use-form.ts";
import { DivisionOptions } from "#components/reference/division-options";
import { Part } from "#components/ui/part";
import type { RulePage } from "#lib/desk/load-rules";
import { targetText } from "#lib/routing/rules/targets";
import type { FormAction } from "#lib/web/form";
import { MemberOptions } from "../member-options.tsx";
import { SelectsField } from "./selects-field.tsx";
import { TargetOptions } from "./target-options.tsx";

/** A rule of a draft: for which claims, and who then does what. */
export function RuleForm({ data, action }: { data: RulePage; action: FormAction }) {
  const t = useTranslations("desk.rules.form");
  const [level, seenOn] = [useTranslations("labels.divisionLevel"), useTranslations("labels.seenOn")];
  const nameOf = useLocalName();
  const { ruleSetId, version, rule, nextPriority, members, divisions, topics, seenOnPlaces } = data;
  const { when = {}, gives = {} } = rule ?? {};
  const form = useForm(action, {
    version,
    labels: {
      priority: t("priority"),
      topics: t("topics"),
      subtopics: t("subtopics"),
      levels: t("levels"),
      divisions: t("divisions"),
      seenOn: t("seenOn"),
      about: t("about"),
      lead: t("leadMember"),
      only: t("only"),
      level: t("level"),
      writer: t("writer"),
      support: t("support"),
      platforms: t("platforms"),
      validFrom: t("validFrom"),
      validTo: t("validTo"),
      note: t("note"),
    },
  });
  const levels = data.levels.map((value) => ({ value, label: level(value) }));
  const idsOf = (targets: typeof gives.support) =>
    (targets ?? []).flatMap((target) => ("member" in target ? target.member : []));
  return (
    <Form
      form={form}
      hidden={{ ruleSetId, ...(rule && { ruleId: rule.id }) }}
      submit={t("save")}
      size="md"
      className="space-y-8"
    >
      <TextField
        form={form}
        name="priority"
        initial={String(rule?.priority ?? nextPriority)}
        hint={t("lead")}
        inputMode="numeric"
        autoComplete="off"
        widthInHan={6}
      />
      <Part title={t("whenTitle")} className="space-y-5">
        <ChecksField
          form={form}
          name="topics"
          optional
          initial={when.topics ?? []}
          options={topics.map((topic) => ({ value: topic.id, label: nameOf(topic) }))}
        />
        <SelectsField form={form} name="subtopics" initial={when.subtopics ?? []} empty={t("open")}>
          {topics.map((topic) => (
            <optgroup key={topic.id} label={nameOf(topic)}>
              {topic.subtopics.map((subtopic) => (
                <option key={subtopic.id} value={`${topic.id}/${subtopic.id}`}>
                  {nameOf(subtopic)}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectsField>
        <ChecksField form={form} name="levels" optional initial={when.levels ?? []} options={levels} />
        <SelectsField form={form} name="divisions" initial={when.divisions ?? []} empty={t("open")}>
          <DivisionOptions divisions={divisions} />
        </SelectsField>
        <ChecksField
          form={form}
          name="seenOn"
          optional
          initial={when.seenOn ?? []}
          options={seenOnPlaces.map((value) => ({ value, label: seenOn(value) }))}
        />
        <SelectsField form={form} name="about" initial={when.about ?? []} empty={t("open")}>
          <MemberOptions members={members} />
        </SelectsField>
      </Part>
      <Part title={t("givesTitle")} className="space-y-5">
        <SelectField form={form} name="lead" optional initial={gives.lead && targetText(gives.lead)}>
          <option value="">{t("nobody")}</option>
          <TargetOptions members={members} given={gives.lead} />
        </SelectField>
        <TickField form={form} name="only" hint={t("onlyHint")} initial={gives.only ?? false} />
        <SelectField form={form} name="level" optional initial={gives.level}>
          <option value="">{t("open")}</option>
          {levels.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField form={form} name="writer" optional initial={gives.writer && targetText(gives.writer)}>
          <option value="">{t("nobody")}</option>
          <TargetOptions members={members} given={gives.writer} />
        </SelectField>
        <SelectsField form={form} name="support" initial={idsOf(gives.support)} empty={t("nobody")}>
          <MemberOptions members={members} />
        </SelectsField>
        <ChecksField
          form={form}
          name="platforms"
          optional
          initial={idsOf(gives.platforms)}
          options={members
            .filter(({ kind }) => kind === "commercial-platform")
            .map((member) => ({ value: member.id, label: nameOf(member) }))}
        />
      </Part>
      <TextField form={form} name="validFrom" type="date" optional initial={rule?.validFrom} />
      <TextField form={form} name="validTo" type="date" optional initial={rule?.validTo} />
      <TextField form={form} name="note" optional initial={rule?.note} autoComplete="off" />
    </Form>
  );
}
