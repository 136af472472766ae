import { useLocale, useTranslations } from "next-intl";
import { DivisionOptions } from "#components/reference/division-options";
import { TopicOptions } from "#components/reference/topic-options";
import { Button } from "#components/ui/button";
import { ChooseForm, ChooseOne, ChooseWords } from "#components/ui/choose-form";
import { Options } from "#components/ui/options";
import type { FeedFilters } from "#lib/i18n/feed-filters";
import { localePath } from "#lib/i18n/paths";
import { verdicts } from "#lib/investigation/vocabulary";
import type { Division } from "#lib/reference/divisions";

type Props = {
  filters: FeedFilters;
  divisions: readonly Division[];
  topics: readonly { id: string; zh: string; en: string }[];
};

/** Narrows the list; a plain form whose address can be shared. */
export function FeedFilter({ filters, divisions, topics }: Props) {
  const t = useTranslations("public.debunks.filter");
  const labels = useTranslations("labels.verdict");
  const { q, ...conditions } = filters;
  const { verdict, topic, division, from, to } = conditions;
  const isNarrowed = Object.keys(conditions).length > 0;
  return (
    <ChooseForm
      action={localePath("/debunks", useLocale())}
      submit={t("search")}
      clear={q || isNarrowed ? { href: "/debunks", label: t("clear") } : null}
      more={
        <details open={isNarrowed} className="basis-full rounded border border-line bg-surface">
          <summary className="px-4 py-3 font-semibold">{t("title")}</summary>
          <div className="flex flex-wrap items-end gap-x-3 gap-y-2 px-4 pb-5">
            <ChooseOne name="verdict" label={t("verdict")} chosen={verdict} any={t("any")}>
              <Options values={verdicts} word={labels} />
            </ChooseOne>
            <ChooseOne name="topic" label={t("topic")} chosen={topic} any={t("any")}>
              <TopicOptions topics={topics} />
            </ChooseOne>
            <ChooseOne name="division" label={t("division")} chosen={division} any={t("any")}>
              <DivisionOptions divisions={divisions} />
            </ChooseOne>
            <ChooseWords name="from" type="date" label={t("from")} chosen={from} />
            <ChooseWords name="to" type="date" label={t("to")} chosen={to} />
            <Button type="submit" variant="secondary">
              {t("apply")}
            </Button>
          </div>
        </details>
      }
    >
      <ChooseWords name="q" label={t("q")} chosen={q} placeholder={t("qHint")} maxLength={200} />
    </ChooseForm>
  );
}
