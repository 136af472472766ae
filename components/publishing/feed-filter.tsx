import { useLocale, useTranslations } from "next-intl";
import { DivisionOptions } from "#components/reference/division-options";
import { TopicOptions } from "#components/reference/topic-options";
import { Button, ButtonLink } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Select } from "#components/ui/select";
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
  const locale = useLocale();
  const active = Object.keys(filters).some((key) => key !== "cursor");
  return (
    <details open={active} className="rounded border border-line bg-surface" data-print="hide">
      <summary className="px-4 py-3 font-semibold">{t("title")}</summary>
      <form
        action={localePath("/debunks", locale)}
        className="grid gap-4 px-4 pb-5 sm:grid-cols-2 lg:grid-cols-3 elder:grid-cols-1"
      >
        <Field id="filter-verdict" label={t("verdict")}>
          {(control) => (
            <Select {...control} name="verdict" defaultValue={filters.verdict ?? ""}>
              <option value="">{t("any")}</option>
              {verdicts.map((verdict) => (
                <option key={verdict} value={verdict}>
                  {labels(verdict)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="filter-topic" label={t("topic")}>
          {(control) => (
            <Select {...control} name="topic" defaultValue={filters.topic ?? ""}>
              <option value="">{t("any")}</option>
              <TopicOptions topics={topics} />
            </Select>
          )}
        </Field>
        <Field id="filter-division" label={t("division")}>
          {(control) => (
            <Select {...control} name="division" defaultValue={filters.division ?? ""}>
              <option value="">{t("any")}</option>
              <DivisionOptions divisions={divisions} />
            </Select>
          )}
        </Field>
        <Field id="filter-from" label={t("from")}>
          {(control) => <Input {...control} type="date" name="from" defaultValue={filters.from} />}
        </Field>
        <Field id="filter-to" label={t("to")}>
          {(control) => <Input {...control} type="date" name="to" defaultValue={filters.to} />}
        </Field>
        <div className="flex flex-wrap items-end gap-3">
          <Button type="submit">{t("apply")}</Button>
          {active ? (
            <ButtonLink href="/debunks" variant="quiet">
              {t("clear")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </details>
  );
}
