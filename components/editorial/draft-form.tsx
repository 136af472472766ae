"use client";

import { useTranslations } from "next-intl";
import { AreaField, SelectField, TextField, TickField } from "#components/form/fields";
import type { FormOf } from "#components/form/use-form.ts";
import type { useRows } from "#components/form/use-rows.ts";
import { Options } from "#components/ui/options";
import type { PreviewSources } from "#lib/desk/load-writing";
import type { DraftContent } from "#lib/editorial/status";
import { verdicts } from "#lib/investigation/vocabulary";
import { DraftPoints } from "./draft-points.tsx";

type Props = {
  form: FormOf;
  rows: ReturnType<typeof useRows>;
  /** What the form starts with, and what stands in it now. */
  content: DraftContent;
  now: DraftContent;
  sources: PreviewSources;
};

const SUMMARY_LIMIT = 200;

/** The parts of a notice in the order in which its readers meet them. */
export function DraftForm({ form, rows, content, now, sources }: Props) {
  const t = useTranslations("editorial.draft");
  const verdict = useTranslations("labels.verdict");
  const usable = sources.evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
  const organisations = [...new Set(sources.replies.map(({ organisation }) => organisation))];
  const count = [...now.summary].length;
  const part = <Part extends keyof DraftContent>(name: Part) => ({
    form,
    name: `content.${name}`,
    initial: content[name],
  });
  return (
    <>
      <TextField {...part("title")} hint={t("titleHint")} />
      <TextField {...part("titleEn")} lang="en" optional />
      <SelectField {...part("verdict")} className="max-w-xs">
        <Options values={verdicts} word={verdict} />
      </SelectField>
      <div>
        <AreaField {...part("summary")} hint={t("summaryHint")} rows={2} />
        <p className={count > SUMMARY_LIMIT ? "text-sm text-vermilion" : "text-ink-soft text-sm"}>
          {t("count", { count, limit: SUMMARY_LIMIT })}
        </p>
      </div>
      <AreaField {...part("claimed")} hint={t("claimedHint")} rows={2} />
      <DraftPoints form={form} rows={rows} points={content.points} evidence={usable} />
      <AreaField {...part("howWeKnow")} hint={t("howWeKnowHint")} />
      <AreaField {...part("advice")} hint={t("adviceHint")} />
      <div>
        <TextField
          {...part("organisation")}
          hint={t("organisationHint")}
          list="draft-organisations"
          optional
        />
        <datalist id="draft-organisations">
          {organisations.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TickField {...part("criticises")} label={t("criticises")} hint={t("criticisesHint")} />
      </div>
      <TickField {...part("noPrivatePerson")} label={t("noPrivatePerson")} hint={t("noPrivatePersonHint")} />
    </>
  );
}
